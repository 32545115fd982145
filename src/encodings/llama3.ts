import vocab from '#vocab/llama3';
import { type Encoding, fromBase64 } from '../tokenize/index.js';

const llama3: Encoding = /* @__PURE__ */ fromBase64(vocab);
export default llama3;
