export { type ErrorCode, PromptCostError } from '../errors/index.js';
export {
  type CheckedPrices,
  checkPrices,
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
export {
  type FeedFetch,
  type FeedReader,
  type FeedResponse,
  type PriceCache,
  type RefreshOptions,
  type RefreshResult,
  refreshPrices,
} from '../prices/refresh/index.js';
export type { PriceFeed, SellerFile } from '../prices/schema.js';
