export { type MarkedTokens, marksIn } from './counting/count-marked.js';
export { type CountedTexts, countRequest } from './counting/count-request.js';
export { type Counter, textTokens } from './counting/counter.js';
export { lettersIn, ratePerToken } from './counting/letters.js';
export { lettersOf } from './counting/letters-of.js';
export { createMemo } from './counting/memo.js';
export { sumOf } from './counting/ranges.js';
export { shownName } from './counting/shown-name.js';
export {
  type CountedMedia,
  countMedia,
  type ImageTokensRequest,
  imageTokens,
  type Media,
  type MediaTokensRequest,
  mediaTokens,
} from './media/index.js';
export { normalRequest, type ReadRequest, type RequestParts, readRequest } from './normal-request.js';
export { openTemplate } from './open-template.js';
export { readBody } from './read-body.js';
export { loadedCount, type RenderedCount } from './templates/loaded.js';
export type { ChatTemplate } from './templates/types.js';
export type {
  Cacheable,
  CacheLifetime,
  CountedPart,
  CountedRequest,
  Dialect,
  Message,
  NormalRequest,
  Part,
  ResponseFormat,
  TokenRange,
  Tool,
  ToolCallPart,
  ToolChoice,
  ToolResultPart,
  UnknownPart,
} from './types.js';
