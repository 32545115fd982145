export type { Line, PriceInForce, Warning } from '../bill/index.js';
export { type ErrorCode, PromptCostError } from '../errors/index.js';
export type {
  Calibration,
  Estimate,
  EstimateRequest,
  Estimator,
  InputLesson,
  Lesson,
  ModelCalibration,
  PricedEstimate,
  Reply,
} from '../estimate/index.js';
export type { Currency } from '../meters/index.js';
export type { CacheRule, Conditions, ModelId } from '../models/index.js';
export * from '../plan/index.js';
