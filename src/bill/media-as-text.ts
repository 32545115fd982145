import type { Warning } from '../errors/index.js';
import type { Meter, Quantities } from '../meters/index.js';
import { AS_TEXT } from '../prices/index.js';
import type { PriceInForce } from './types.js';

/**
 * A provider's count of media tokens, as its price divides it.
 *
 * A reply may tell the modalities of a prompt that is all billed at one rate. What has no rate of its own joins the text, as it does in
 * an estimate, and a warning says so. Media that come out never do: they cost many times the text.
 *
 * @param quantities - As the reply divides them.
 * @param price - The price.
 *
 * @returns The quantities to bill, and what was joined.
 */
export function mediaAsText(
  quantities: Quantities,
  { rates, offer }: PriceInForce,
): { readonly quantities: Quantities; readonly warnings: readonly Warning[] } {
  const billed: Partial<Record<Meter, number>> = { ...quantities };
  const joined: string[] = [];
  for (const [meter, text] of Object.entries(AS_TEXT) as [Meter, Meter][]) {
    const tokens = billed[meter];
    if (!tokens || rates[meter] !== undefined || rates[text] === undefined) continue;
    billed[text] = (billed[text] ?? 0) + tokens;
    delete billed[meter];
    joined.push(`${tokens} of ${meter} as ${text}`);
  }
  if (joined.length === 0) return { quantities, warnings: [] };
  const message = `${offer} has no rate of its own for some media: billed ${joined.join(', ')}.`;
  return { quantities: billed, warnings: [{ code: 'media-as-text', message }] };
}
