export {
  type EncodeOptions,
  type Encoding,
  portableFromCompiled as fromCompiled,
  type StreamingEncoding,
  type Token,
  type TokenCounter,
} from '../tokenize/index.js';
