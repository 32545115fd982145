export type { Warning } from '../errors/index.js';
export { assertCount, assertQuantities } from './assert-quantities.js';
export type { ModelUsage, Usage, UsageOptions, UsageShape } from './types.js';
export { usageOf } from './usage-of.js';
