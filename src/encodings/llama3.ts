import vocab from '#vocab/llama3';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

const llama3: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default llama3;
