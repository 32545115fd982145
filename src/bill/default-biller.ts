import type { Conditions, ModelId } from '../models/index.js';
import { createBiller } from './create-biller.js';
import type { Bill, PriceInForce, Unpriced, UsageReference } from './types.js';

/**
 * The price of a model: at a time, at a seller, under conditions.
 *
 * @param model - Any id: `"o1"`, `"groq/llama-3.3-70b-versatile"`, `"us.meta.llama3-3-70b-instruct-v1:0"`.
 * @param when - The instant (default: now), the provider, the service tier and so on; with `strict`, what has no price throws.
 *
 * @returns The rates with their dates and sources, or the reason why there are none.
 *
 * @example
 * ```ts
 * priceOf('deepseek-r1', { at: '2025-01-27' }); // { priced: true, rates: { input: '0.55', cacheRead: '0.14', output: '2.19' }, … }
 * priceOf('deepseek-r1'); // { priced: false, reason: 'retired', successor: 'deepseek-v4-pro', … }
 * ```
 */
export function priceOf(
  model: ModelId,
  when: Conditions & { readonly strict?: boolean } = {},
): PriceInForce | Unpriced {
  return createBiller().priceOf(model, when);
}

/**
 * What a call cost, from the usage its provider reported.
 *
 * Tier, speed and variant are those that the reply names, since a seller may serve, and bill, another than was asked for; region and seller
 * are those of `ref` or of the model's id, else the reply's. The instant is `ref.at`; without it the reply's own (`created`), unless that
 * cannot be; else now: `bill.clock` says which. A difference is a warning. So is a charge that the provider itself reports and the prices do
 * not explain.
 *
 * @param usage - The reply, or its usage object, as it came; or quantities by meter.
 * @param ref - The model, and the instant, provider and tier of the call. A batch is named here: its lines do not say so.
 *
 * @returns A bill whose lines add up to its total, or the reason why there is none.
 *
 * @example
 * ```ts
 * const bill = costOfUsage({ prompt_tokens: 1_000, completion_tokens: 2_000 }, { model: 'o1', at: '2025-01-27' });
 * // 1,000 × $15/M + 2,000 × $60/M
 * if (bill.priced) bill.total; // '0.135'
 * ```
 */
export function costOfUsage(usage: unknown, ref: UsageReference): Bill {
  return createBiller().costOfUsage(usage, ref);
}
