export { fromBase64 } from './from-base64.js';
export { fromCompiled } from './from-compiled.js';
export { compilePattern } from './pattern/compile-pattern.js';
export { portableFromCompiled } from './portable-encoding.js';
export { countAsync } from './stream/count-async.js';
export { WholeTextCounter } from './stream/whole-text-counter.js';
export type { EncodeOptions, Encoding, StreamingEncoding, Token, TokenCounter } from './types.js';
export { withSpecials } from './with-specials.js';
