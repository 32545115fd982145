export type { CountedPart, TokenRange } from '../request/index.js';
export { WRITE_METERS } from './cache-splits.js';
export {
  type Calibration,
  checkCalibration,
  keyOf,
  type ModelCalibration,
  ownOf,
  type Reply,
} from './calibration.js';
export { checkEstimator } from './check-estimator.js';
export { checkRequest } from './check-request.js';
export { asCounted, countedAs } from './counted-as.js';
export { createEstimator } from './create-estimator.js';
export { dearestEstimate } from './dearest-estimate.js';
export {
  compareCosts,
  countTokens,
  encodingFor,
  estimateCost,
  estimateCostSync,
  tokenize,
} from './default-estimator.js';
export { explain } from './explain.js';
export { largestWhere } from './largest-where.js';
export type { InputLesson, Lesson } from './lesson.js';
export { requestFrom } from './request-from.js';
export type {
  Amount,
  AppliedCalibration,
  Estimate,
  EstimateRequest,
  Estimator,
  EstimatorOptions,
  PricedEstimate,
  PromptRequest,
  ServerToolUse,
  TokenCount,
  UnpricedEstimate,
} from './types.js';
