import { checkFields, PromptCostError, shown } from '../errors/index.js';
import { checkedHold, checkedSettlement } from './checked-hold.js';
import { Ledger } from './ledger.js';
import type { BudgetStore } from './store.js';

const DAY = 86_400_000;

/** All optional. Times in milliseconds. */
export interface MemoryStoreOptions {
  /** The store's clock. Default: the system's. */
  readonly now?: () => Date;
  /** How long a settled, released or expired id is remembered, so that a repeated message changes nothing. Default: 24 hours. */
  readonly retention?: number;
  /** How many such ids are remembered at most; beyond it the oldest go first. Default: 100,000, about 40 MB. */
  readonly maxResolved?: number;
}

/**
 * A budget's books in this process's memory.
 *
 * They are neither shared with other processes nor kept when this one ends: ten instances have ten budgets. Within one process
 * every step is atomic.
 *
 * Memory is bounded by the open holds, the remembered ids and the scopes with money in a running window. A settle that comes
 * after its id was forgotten is posted again, since spent money is never dropped: keep `retention` longer than the slowest retry.
 *
 * @param options - A clock for tests, and how much to remember.
 *
 * @returns A store for {@link createBudget}; two budgets that share it share its money.
 *
 * @example
 * ```ts
 * const store = memoryStore();
 * const caps = [{ scope: 'org', limit: '0.10', per: 'total' }] as const;
 * const [web, jobs] = [createBudget({ caps, store }), createBudget({ caps, store })];
 * // 1,000 × $60/M = $0.06, twice
 * (await web.reserve({ model: 'o1', input: 0, output: 1_000, at: '2025-01-27' })).ok; // true
 * (await jobs.reserve({ model: 'o1', input: 0, output: 1_000, at: '2025-01-27' })).ok; // false
 * ```
 */
export function memoryStore(options: MemoryStoreOptions = {}): BudgetStore {
  checkFields('options', options, { now: 'function?' });
  const { now = () => new Date(), retention = DAY, maxResolved = 100_000 } = options;
  assertWhole(retention, 'retention');
  assertWhole(maxResolved, 'maxResolved');
  const ledger = new Ledger({ now: () => now().getTime(), retention, maxResolved });
  // async, so that what the ledger throws arrives as a rejection, as it would from afar
  return {
    name: 'memory',
    reserve: async (hold) => ledger.reserve(checkedHold(hold)),
    settle: async (settlement) => ledger.settle(checkedSettlement(settlement)),
    release: async (id) => ledger.release(id),
    sweep: async () => ledger.sweep(),
    balances: async () => ledger.balances(),
  };
}

function assertWhole(value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new PromptCostError(
      'invalid-input',
      `${name} is ${shown(value)}. It must be a whole number from 0.`,
    );
  }
}
