import vocab from '#vocab/qwen3';
import { type Encoding, fromBase64 } from '../tokenize/index.js';

const qwen3: Encoding = /* @__PURE__ */ fromBase64(vocab);
export default qwen3;
