export { bundledPrices } from './bundled-prices.js';
export { type ChosenOffer, chooseOffer, type OfferChoice, type OfferWanted } from './choose-offer.js';
export { dayHasSeveralPrices } from './day-has-several-prices.js';
export { instantText, isDateAlone, parseInstant } from './parse-instant.js';
export { type PriceMoment, type PricesInForce, type PromptSize, priceInForce } from './price-in-force.js';
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
