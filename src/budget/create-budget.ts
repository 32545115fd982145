import { checkFields, PromptCostError, shown } from '../errors/index.js';
import { checkEstimator, createEstimator } from '../estimate/index.js';
import type { Currency } from '../meters/index.js';
import { checkedCaps } from './checked-caps.js';
import { memoryStore } from './memory-store.js';
import { type Gate, reserve } from './reserve.js';
import { run } from './run.js';
import type { Budget, BudgetOptions } from './types.js';

const TEN_MINUTES = 600_000;
const LONGEST_TTL = 30 * 86_400_000;
const CURRENCIES: readonly unknown[] = ['USD', 'EUR', 'CNY'] satisfies Currency[];

/**
 * A budget that calls must pass, and cannot spend together more than its caps allow.
 *
 * Two-phase: the highest cost is set aside in one atomic step, then settled with what the provider reports. The promise: what is
 * spent stays within the caps as long as no call costs more than its hold; one that does is posted in full and reported as an
 * `overrun`. The default store lives in this process's memory and is not shared.
 *
 * @param options - The caps, and what may differ from the defaults.
 *
 * @returns The gate.
 *
 * @example
 * ```ts
 * const budget = createBudget({ caps: [{ scope: 'org', limit: '0.10', per: 'month' }] });
 * const request = { model: 'o1', input: 1_000, output: { max: 1_000 }, at: '2025-01-27' };
 * // holds 1,000 × $15/M + 1,000 × $60/M = $0.075 until the reply says what was used
 * const reply = await budget.run(request, ({ maxOutputTokens }) => callProvider(maxOutputTokens));
 * reply.usage; // { prompt_tokens: 1000, completion_tokens: 200 }
 * // 1,000 × $15/M + 200 × $60/M = $0.027 are spent, and $0.073 are left
 * const next = await budget.reserve(request);
 * if (!next.ok) next.remaining; // '0.073': not enough for another
 * ```
 */
export function createBudget(options: BudgetOptions): Budget {
  checkFields('options', options, { now: 'function?', onSettle: 'function?' });
  if (options.estimator !== undefined) checkEstimator(options.estimator);
  if (options.store !== undefined)
    checkFields('store', options.store, { reserve: 'function', settle: 'function', release: 'function' });
  const { currency = 'USD', holdTtl = TEN_MINUTES, now, onSettle = () => {} } = options;
  if (!CURRENCIES.includes(currency)) {
    throw new PromptCostError(
      'invalid-input',
      `currency is ${shown(currency)}. It is one of ${CURRENCIES.join(', ')}.`,
    );
  }
  const capsOf = checkedCaps(options.caps);
  if (!Number.isSafeInteger(holdTtl) || holdTtl < 1 || holdTtl > LONGEST_TTL) {
    throw new PromptCostError(
      'invalid-input',
      `holdTtl is ${shown(holdTtl)}. It is a whole number of milliseconds, from 1 to ${LONGEST_TTL} (30 days).`,
    );
  }
  const gate: Gate = {
    capsOf,
    currency,
    holdTtl,
    store: options.store ?? memoryStore(now ? { now } : {}),
    estimator: options.estimator ?? createEstimator(now ? { now } : {}),
    // Without a clock of its own the budget leaves the instant to a foreign estimator, which may live in another year.
    now: now ?? (options.estimator ? () => undefined : () => new Date()),
    onSettle(settlement) {
      try {
        onSettle(settlement);
      } catch {
        // A reply that is paid for must not be lost to a listener's mistake.
      }
    },
  };
  return {
    async reserve(request) {
      const { admission } = await reserve(request, gate);
      return admission;
    },
    run: (request, call, usageOf) => run(request, call, usageOf, gate),
  };
}
