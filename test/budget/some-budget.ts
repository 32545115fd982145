import type { Budget, BudgetStore } from '../../src/budget/index.js';
import { type BudgetOptions, createBudget, memoryStore } from '../../src/budget/index.js';
import { type ManualClock, manualClock } from './manual-clock.js';

// o1 on 2025-01-27: $15 in and $60 out per million tokens.
export const DAY_OF_O1 = '2025-01-27T12:00:00Z';

/** 1,000 × $15/M + at most 100 × $60/M = $0.015 + $0.006 = $0.021 */
export const CALL = { model: 'o1', input: 1_000, output: { max: 100 } } as const;

/** Usage of a CALL whose answer has `output` tokens. */
export function usage(output: number): { prompt_tokens: number; completion_tokens: number } {
  return { prompt_tokens: 1_000, completion_tokens: output };
}

export interface SomeBudget {
  readonly budget: Budget;
  readonly store: BudgetStore;
  readonly clock: ManualClock;
  /** `scope window` → `spent + held`, in picodollars as decimal digits. */
  books(): Promise<Record<string, { spent: bigint; held: bigint }>>;
}

/** A budget of one total cap on 2025-01-27, with everything at hand. */
export function someBudget(limit: string, options: Partial<BudgetOptions> = {}): SomeBudget {
  const clock = manualClock(DAY_OF_O1);
  const store = options.store ?? memoryStore({ now: clock.now });
  const caps = [{ scope: 'org', limit, per: 'total' as const }];
  const budget = createBudget({ caps, store, now: clock.now, ...options });
  return {
    budget,
    store,
    clock,
    async books() {
      const balances = await store.balances();
      return Object.fromEntries(
        balances.map(({ scope, window, spent, held }) => [`${scope} ${window}`, { spent, held }]),
      );
    },
  };
}

/** $0.021 is 21 of these. */
export const MILLI = 1_000_000_000n;
