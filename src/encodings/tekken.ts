import vocab from '#vocab/tekken';
import { type Encoding, fromBase64 } from '../tokenize/index.js';

const tekken: Encoding = /* @__PURE__ */ fromBase64(vocab);
export default tekken;
