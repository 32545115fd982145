export type { Media } from './media/media.js';
export type {
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
