import { compare, multiply, ratio, rational, toDecimal, ZERO } from '../money/index.js';
import { type Fields, isFields } from './read-field.js';

const TICKS_PER_DOLLAR = 10_000_000_000n; // xAI

/**
 * What a provider says it charges, in US dollars.
 *
 * xAI counts ticks of 1e-10 dollars. OpenRouter gives `cost`; with the caller's own key that is its fee or nothing, and the host's
 * charge stands in `cost_details.upstream_inference_cost`. Perplexity gives `cost.total_cost`.
 *
 * @param report - The usage object.
 *
 * @returns A decimal such as `"0.0001399"`; `undefined` where the report names no charge.
 *
 * @example
 * ```ts
 * billedOf({ cost_in_usd_ticks: 1_399_000 }); // '0.0001399'
 * ```
 */
export function billedOf(report: Fields): string | undefined {
  const ticks = report['cost_in_usd_ticks'];
  if (Number.isSafeInteger(ticks) && (ticks as number) >= 0) {
    return toDecimal(multiply(rational(ticks as number), ratio(1n, TICKS_PER_DOLLAR)));
  }
  const { cost, cost_details: details } = report;
  const total = isFields(cost) ? cost['total_cost'] : cost;
  const upstream = isFields(details) ? amount(details['upstream_inference_cost']) : undefined;
  const own = report['is_byok'] === true;
  return own && upstream !== undefined ? upstream : amount(total);
}

function amount(value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const exact = rational(value);
  return compare(exact, ZERO) < 0 ? undefined : toDecimal(exact);
}
