export { PromptCostError } from '../errors/index.js';
export {
  type Cacheable,
  type CacheLifetime,
  type Dialect,
  type Media,
  type Message,
  type NormalRequest,
  normalRequest,
  type Part,
  type RequestParts,
  type ResponseFormat,
  type Tool,
  type ToolCallPart,
  type ToolChoice,
  type ToolResultPart,
  type UnknownPart,
} from '../request/index.js';
export {
  type ChatTemplate,
  countPrompt,
  loadTemplate,
  type PromptPiece,
  type RenderedPrompt,
  type TemplateOptions,
  templateNames,
} from '../request/templates/index.js';
