import vocab from '#vocab/claude_legacy';
import { type Encoding, fromBase64 } from '../tokenize/index.js';

const claude_legacy: Encoding = /* @__PURE__ */ fromBase64(vocab);
export default claude_legacy;
