// The second door of this room: what needs zod, kept out of the first so that pricing stays small.
export { type FeedOptions, type PriceFeed, priceTableFrom } from './price-feed.js';
export type { PriceList } from './price-list.js';
export type { OfferData, PeriodData, RuleData, SellerFile } from './seller-file.js';
export { sellerFileSchema } from './seller-file-schema.js';
export { type OverlayOptions, withPrices } from './with-prices.js';
