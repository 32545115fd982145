export { bundledPrices } from './bundled-prices.js';
export { dayHasSeveralPrices } from './day-has-several-prices.js';
export { instantText, isDateAlone, parseInstant } from './parse-instant.js';
export { type Condition, type PricesInForce, priceInForce } from './price-in-force.js';
export { hostsOf, offersOf } from './price-table.js';
export type {
  Calendars,
  Comparison,
  Offer,
  Period,
  PriceStatus,
  PriceTable,
  Rates,
  Rule,
  Schedule,
  Source,
  When,
} from './types.js';
