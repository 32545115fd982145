export { type ErrorCode, PromptCostError } from '../errors/index.js';
export {
  type Finding,
  type FindingCode,
  fromGenaiPrices,
  fromLangfuse,
  fromLiteLLM,
  fromLlmPrices,
  fromModelsDev,
  fromOpenRouter,
  type ImportOptions,
  type ImportResult,
} from '../prices/import/index.js';
export type { PriceTable, Source } from '../prices/index.js';
export type { SellerFile } from '../prices/schema.js';
