import vocab from '#vocab/claude_legacy';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

const claude_legacy: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default claude_legacy;
