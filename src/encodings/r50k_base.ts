import vocab from '#vocab/r50k_base';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

const r50k_base: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default r50k_base;
