export { checkFields, type FieldType, isRecord } from './check-fields.js';
export { type ErrorCode, PromptCostError } from './prompt-cost-error.js';
export { reading } from './reading.js';
export { kindOf, shown } from './shown.js';
export type { Warning } from './warning.js';
