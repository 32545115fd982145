import vocab from '#vocab/o200k_base';
import { type Encoding, fromBase64 } from '../tokenize/index.js';

const o200k_base: Encoding = /* @__PURE__ */ fromBase64(vocab);
export default o200k_base;
