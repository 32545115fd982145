export { type ErrorCode, PromptCostError } from '../errors/index.js';
export type { Calendar, Calendars, PriceTable, Rates, Schedule, Source, When } from '../prices/index.js';
export {
  type FeedOptions,
  type OfferData,
  type OverlayOptions,
  type PeriodData,
  type PriceFeed,
  type PriceList,
  priceTableFrom,
  type RuleData,
  type SellerFile,
  sellerFileSchema,
  withPrices,
} from '../prices/schema.js';
