export { fromBase64 } from './from-base64.js';
export { fromCompiled } from './from-compiled.js';
export type { EncodeOptions, Encoding, Token } from './types.js';
export { withSpecials } from './with-specials.js';
