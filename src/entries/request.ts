export { type ErrorCode, PromptCostError } from '../errors/index.js';
export {
  type Estimate,
  type EstimateRequest,
  explain,
  type PricedEstimate,
  type PromptRequest,
  requestFrom,
  type UnpricedEstimate,
} from '../estimate/index.js';
