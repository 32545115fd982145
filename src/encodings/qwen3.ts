import vocab from '#vocab/qwen3';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

const qwen3: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default qwen3;
