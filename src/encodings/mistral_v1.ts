import vocab from '#vocab/mistral_v1';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

const mistral_v1: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default mistral_v1;
