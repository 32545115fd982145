import vocab from '#vocab/mistral_v1';
import { type Encoding, fromBase64 } from '../tokenize/index.js';

const mistral_v1: Encoding = /* @__PURE__ */ fromBase64(vocab);
export default mistral_v1;
