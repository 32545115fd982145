export { assertCount, assertQuantities } from './assert-quantities.js';
export { type NormalUsage, quantitiesOf } from './quantities-of.js';
export type { Warning } from './warning.js';
