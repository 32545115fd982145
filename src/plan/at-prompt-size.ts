import type { PricedEstimate } from '../estimate/index.js';
import type { Meter, Quantities } from '../meters/index.js';
import { PROMPT, promptSize } from '../prices/index.js';

const TEXT: readonly Meter[] = ['input', 'cacheWrite', 'cacheWrite5m', 'cacheWrite1h', 'cacheRead'];
// What a shorter prompt does without: its text, what is cached last, and then the rest.
const SHORTENED: readonly Meter[] = [...TEXT, ...PROMPT.filter((meter) => !TEXT.includes(meter))];

/**
 * What one call of an estimate uses, with a prompt of another size: text is added or taken away, and pictures and sound that have a
 * rate of their own stay at it.
 *
 * @param estimate - Its likely size is what is changed.
 * @param calls - How many calls it is of.
 * @param tokens - All tokens of the prompt, cached or not.
 *
 * @example
 * ```ts
 * const estimate = await estimateCost({ model: 'gemini-2.5-pro', input: 210_000, output: 1_000, at: '2026-01-15' });
 * if (estimate.priced) atPromptSize(estimate, 1, 200_000); // { input: 200000, output: 1000 }
 * ```
 */
export function atPromptSize({ lines }: PricedEstimate, calls: number, tokens: number): Quantities {
  const used: Partial<Record<Meter, number>> = {};
  for (const { meter, quantity } of lines) used[meter] = (used[meter] ?? 0) + quantity / calls;
  let more = tokens - promptSize(used).prompt;
  if (more > 0) used.input = (used.input ?? 0) + more;
  for (const meter of SHORTENED) {
    const gone = Math.min(Math.max(0, -more), used[meter] ?? 0);
    if (gone > 0) used[meter] = used[meter]! - gone;
    more += gone;
  }
  return used;
}
