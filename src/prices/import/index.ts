export { type CheckedPrices, checkPrices } from './check-prices.js';
export {
  fromGenaiPrices,
  fromLangfuse,
  fromLiteLLM,
  fromLlmPrices,
  fromModelsDev,
  fromOpenRouter,
} from './from-feeds.js';
export type { Finding, FindingCode, ImportOptions, ImportResult } from './types.js';
