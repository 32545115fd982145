import vocab from '#vocab/r50k_base';
import { type Encoding, fromBase64 } from '../tokenize/index.js';

const r50k_base: Encoding = /* @__PURE__ */ fromBase64(vocab);
export default r50k_base;
