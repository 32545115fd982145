import vocab from '#vocab/p50k_base';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

const p50k_base: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default p50k_base;
