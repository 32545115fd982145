export { type ErrorCode, PromptCostError } from './prompt-cost-error.js';
export { shown } from './shown.js';
export type { Warning } from './warning.js';
