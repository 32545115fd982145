export { refreshPrices } from './refresh-prices.js';
export type {
  FeedFetch,
  FeedReader,
  FeedResponse,
  PriceCache,
  RefreshOptions,
  RefreshResult,
} from './types.js';
