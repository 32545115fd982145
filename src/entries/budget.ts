export type { Bill, BillClock, Line, OtherBill, PriceInForce, Unpriced, Warning } from '../bill/index.js';
export * from '../budget/index.js';
export { type ErrorCode, PromptCostError } from '../errors/index.js';
export type { Estimate, EstimateRequest, Estimator, PricedEstimate } from '../estimate/index.js';
