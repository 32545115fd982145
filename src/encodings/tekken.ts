import vocab from '#vocab/tekken';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

const tekken: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default tekken;
