import vocab from '#vocab/deepseek_v3';
import { type Encoding, fromBase64 } from '../tokenize/index.js';

const deepseek_v3: Encoding = /* @__PURE__ */ fromBase64(vocab);
export default deepseek_v3;
