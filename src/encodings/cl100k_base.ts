import vocab from '#vocab/cl100k_base';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

const cl100k_base: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default cl100k_base;
