import vocab from '#vocab/deepseek_v3';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

const deepseek_v3: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default deepseek_v3;
