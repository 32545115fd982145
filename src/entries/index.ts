export {
  type Bill,
  type BillClock,
  costOfUsage,
  type Line,
  type OtherBill,
  type PriceInForce,
  priceOf,
  type RateBand,
  type Unpriced,
  type UsageReference,
  type Warning,
} from '../bill/index.js';
export { fromSentencePiece, fromTiktoken, fromTokenizerJson, loadEncoding } from '../encodings/index.js';
export { type ErrorCode, PromptCostError } from '../errors/index.js';
export {
  type Amount,
  type CountedPart,
  compareCosts,
  countTokens,
  createEstimator,
  type Estimate,
  type EstimateRequest,
  type Estimator,
  type EstimatorOptions,
  encodingFor,
  estimateCost,
  estimateCostSync,
  type PricedEstimate,
  type PromptRequest,
  type ServerToolUse,
  type TokenCount,
  type TokenRange,
  tokenize,
  type UnpricedEstimate,
} from '../estimate/index.js';
export type { Currency, Meter, Quantities } from '../meters/index.js';
export {
  type Conditions,
  type Exactness,
  type Instant,
  listModels,
  type ModelId,
  type ModelSummary,
  type Resolution,
  type ResolveOptions,
  resolveModel,
} from '../models/index.js';
export type { PriceTable } from '../prices/index.js';
export {
  type CountedMedia,
  type ImageTokensRequest,
  imageTokens,
  type Media,
  type MediaTokensRequest,
  mediaTokens,
} from '../request/index.js';
export {
  type EncodeOptions,
  type Encoding,
  fromCompiled,
  type StreamingEncoding,
  type Token,
  type TokenCounter,
} from '../tokenize/index.js';
export { type ModelUsage, type Usage, type UsageOptions, type UsageShape, usageOf } from '../usage/index.js';
