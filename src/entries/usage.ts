export { type ErrorCode, PromptCostError } from '../errors/index.js';
export type { Meter, Quantities } from '../meters/index.js';
export type { Conditions } from '../models/index.js';
export {
  type ModelUsage,
  type Usage,
  type UsageOptions,
  type UsageShape,
  usageOf,
  type Warning,
} from '../usage/index.js';
