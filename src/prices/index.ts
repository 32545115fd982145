export type { Bracket } from './bracket-of.js';
export { bundledPrices } from './bundled-prices.js';
export { type CalendarGap, calendarGap } from './calendar-gap.js';
export { ownModel } from './own-model.js';
export { instantText, isDateAlone, parseInstant } from './parse-instant.js';
export { type Condition, type PricesInForce, priceInForce } from './price-in-force.js';
export { hostsOf, indexed, offersOf } from './price-table.js';
export { type PricesWithin, pricesWithin } from './prices-within.js';
export { OUTPUT, PROMPT, promptSize } from './prompt-size.js';
export { AS_TEXT, COVERED_BY_FEE, rateOf } from './rate-of.js';
export type {
  Calendar,
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
