export type { Warning } from '../errors/index.js';
export { assertCount, assertQuantities } from './assert-quantities.js';
export { type NormalUsage, quantitiesOf } from './quantities-of.js';
