import vocab from '#vocab/p50k_base';
import { type Encoding, fromBase64 } from '../tokenize/index.js';

const p50k_base: Encoding = /* @__PURE__ */ fromBase64(vocab);
export default p50k_base;
