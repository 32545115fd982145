export { type EncodeOptions, type Encoding, fromCompiled, type Token } from '../tokenize/index.js';
