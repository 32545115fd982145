import vocab from '#vocab/o200k_base';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

const o200k_base: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default o200k_base;
