import type { Bill, UsageReference } from '../bill/index.js';
import { PromptCostError, shown } from '../errors/index.js';
import {
  checkEstimator,
  checkRequest,
  createEstimator,
  type EstimateRequest,
  type Estimator,
  type PricedEstimate,
} from '../estimate/index.js';
import type { Comparison } from '../prices/index.js';
import { difference, times } from './amounts.js';
import { atPromptSize } from './at-prompt-size.js';
import { demandPrice } from './demand-price.js';

/** A size of prompt at which the whole request changes its price, and how far a call is from it. */
export interface Cliff {
  /** The rules of the price that differ on its two sides, e.g. `["prompt over 200,000 tokens"]`. */
  readonly rules: readonly string[];
  /** The largest prompt before it, in tokens. */
  readonly lastBelow: number;
  /** Likely tokens past `lastBelow`; zero or below when so many are left. */
  readonly tokensOver: number;
  /** Past it: what the call would cost less at `lastBelow`. Before it: what one token past `lastBelow` would add to a call of that size. */
  readonly extra: string;
  /** A sentence for people, in the currency of the estimate. */
  readonly message: string;
}

const NEAR = 0.1;

/**
 * The cliffs in a price that a call has just passed, may have passed, or is about to pass.
 *
 * Most long-context prices are for the whole request: one token more than the bound, and every token costs more. To be at another
 * size, a call has more or less text; pictures and sound that have a rate of their own stay at it.
 *
 * @param request - The call.
 * @param estimator - Default: bundled prices and the system's clock.
 * @param within - How near a cliff must be to be told of, as a part of its size. Default 0.1.
 *
 * @returns The nearest first; none where the price has no cliff near. Throws `unpriced` where the model has no price.
 *
 * @example
 * ```ts
 * // 201,120 × $2.5/M + 1,000 × $15/M = $0.5178, and not 200,000 × $1.25/M + 1,000 × $10/M = $0.26
 * await cliffs({ model: 'gemini-2.5-pro', input: 201_120, output: 1_000, at: '2026-01-15' });
 * // [{ lastBelow: 200000, tokensOver: 1120, extra: '0.2578', message: '1,120 tokens over 200,000: +0.2578 USD for the whole call.', … }]
 * ```
 */
export async function cliffs(
  request: EstimateRequest,
  estimator: Estimator = createEstimator(),
  within: number = NEAR,
): Promise<Cliff[]> {
  checkRequest(request);
  checkEstimator(estimator);
  if (typeof within !== 'number' || !(within >= 0))
    throw new PromptCostError('invalid-input', `within is ${shown(within)}. Pass a part such as 0.1.`);
  const estimate = await demandPrice(estimator, request);
  const found: Cliff[] = [];
  for (const lastBelow of bounds(estimate)) {
    const { likely, high } = estimate.tokens!.input;
    if (high <= lastBelow * (1 - within) || likely > lastBelow * (1 + within)) continue;
    const cliff = cliffAt(lastBelow, request, estimate, estimator);
    if (cliff) found.push(cliff);
  }
  return found.sort((a, b) => Math.abs(a.tokensOver) - Math.abs(b.tokensOver));
}

/** The largest prompts before a change, of all rules that change the whole request at a size; a bracket is no cliff. */
function bounds({ price }: PricedEstimate): number[] {
  const cliffy = price.possibleRules.filter((rule) => rule.kind !== 'replace' || rule.scope !== 'marginal');
  return [...new Set(cliffy.flatMap(({ when }) => lastBelow(when.promptTokens)))];
}

function lastBelow({ gt, gte, lt, lte }: Comparison = {}): number[] {
  const last = [gt, gte !== undefined ? gte - 1 : undefined, lte, lt !== undefined ? lt - 1 : undefined];
  return last.filter((bound) => bound !== undefined && bound > 0) as number[];
}

function cliffAt(
  lastBelow: number,
  request: EstimateRequest,
  estimate: PricedEstimate,
  estimator: Estimator,
): Cliff | undefined {
  const likely = estimate.tokens!.input.likely;
  const below = demandBill(lastBelow, request, estimate, estimator);
  const above = demandBill(Math.max(likely, lastBelow + 1), request, estimate, estimator);
  const rules = differing(below.price.rules, above.price.rules);
  if (rules.length === 0) return undefined;
  const extra = times(difference(above.total, below.total), request.calls ?? 1);
  return {
    rules,
    lastBelow,
    tokensOver: likely - lastBelow,
    extra,
    message: sentence(likely, lastBelow, `${extra} ${estimate.currency}`),
  };
}

type PricedBill = Extract<Bill, { priced: true }>;

/** What one call costs with a prompt of another size. */
function demandBill(
  tokens: number,
  { model, at, provider, serviceTier, region, speed, thinking, variant, calls = 1 }: EstimateRequest,
  estimate: PricedEstimate,
  estimator: Estimator,
): PricedBill {
  const conditions = { at, provider, serviceTier, region, speed, thinking, variant };
  const ref: UsageReference = { model, ...conditions, shape: 'meters' };
  const bill = estimator.costOfUsage(atPromptSize(estimate, calls, tokens), ref);
  if (bill.priced) return bill;
  throw new PromptCostError('unpriced', bill.price.message);
}

function sentence(likely: number, lastBelow: number, extra: string): string {
  const [over, bound] = [Math.abs(likely - lastBelow), lastBelow].map((count) =>
    count.toLocaleString('en-US'),
  ) as [string, string];
  if (likely > lastBelow) return `${over} tokens over ${bound}: +${extra} for the whole call.`;
  return `${over} tokens left before ${bound}: the next one adds ${extra} to the whole call.`;
}

function differing(a: readonly string[], b: readonly string[]): string[] {
  return [...b.filter((rule) => !a.includes(rule)), ...a.filter((rule) => !b.includes(rule))];
}
