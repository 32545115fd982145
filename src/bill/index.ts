export type { Warning } from '../usage/index.js';
export { createBiller } from './create-biller.js';
export { costOfUsage, priceOf } from './default-biller.js';
export { requestFee } from './request-fee.js';
export type {
  Bill,
  BillClock,
  Biller,
  BillerOptions,
  Line,
  OtherBill,
  PriceInForce,
  PriceReference,
  RateBand,
  Unpriced,
  UsageReference,
} from './types.js';
