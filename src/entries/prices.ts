export type {
  Bill,
  BillClock,
  Line,
  OtherBill,
  PriceInForce,
  RateBand,
  Unpriced,
  UsageReference,
  Warning,
} from '../bill/index.js';
export { costOfUsage, priceOf } from '../bill/index.js';
export { type ErrorCode, PromptCostError } from '../errors/index.js';
export type { Currency, Meter, Quantities } from '../meters/index.js';
export type {
  Conditions,
  Exactness,
  Instant,
  ModelId,
  ModelSummary,
  Resolution,
  ResolveOptions,
} from '../models/index.js';
export { listModels, resolveModel } from '../models/index.js';
export type { PriceTable } from '../prices/index.js';
