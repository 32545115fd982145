export { assertWithinBudget } from './assert-within-budget.js';
export { createBudget } from './create-budget.js';
export { fitsBudget } from './fits-budget.js';
export { type MemoryStoreOptions, memoryStore } from './memory-store.js';
export type {
  Balance,
  BudgetStore,
  CapKey,
  CapLimit,
  HoldAnswer,
  HoldRequest,
  HoldState,
  Picos,
  ReleaseAnswer,
  SettleAnswer,
  SettleRequest,
} from './store.js';
export type {
  Admission,
  Budget,
  BudgetOptions,
  BudgetRequest,
  Cap,
  Denial,
  Reservation,
  Settlement,
  Unpriceable,
} from './types.js';
export type { Per } from './window-of.js';
