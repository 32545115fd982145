export { type ErrorCode, PromptCostError } from '../errors/index.js';
export type { PriceTable, Rates, Schedule, Source, When } from '../prices/index.js';
export {
  type OfferData,
  type PeriodData,
  type RuleData,
  type SellerFile,
  sellerFileSchema,
  withPrices,
} from '../prices/schema.js';
