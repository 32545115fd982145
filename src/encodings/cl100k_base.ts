import vocab from '#vocab/cl100k_base';
import { type Encoding, fromBase64 } from '../tokenize/index.js';

const cl100k_base: Encoding = /* @__PURE__ */ fromBase64(vocab);
export default cl100k_base;
