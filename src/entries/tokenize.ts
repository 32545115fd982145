export {
  type EncodeOptions,
  type Encoding,
  portableFromCompiled as fromCompiled,
  type Token,
  type TokenCounter,
} from '../tokenize/index.js';
