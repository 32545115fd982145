export { countMedia } from './count-media.js';
export type { CountedMedia } from './counted-media.js';
export type { Media } from './media.js';
export { mediaText } from './media-text.js';
export {
  type ImageTokensRequest,
  imageTokens,
  type MediaTokensRequest,
  mediaTokens,
} from './media-tokens.js';
