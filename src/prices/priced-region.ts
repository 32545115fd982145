import { areasOf } from '../models/index.js';
import type { Period } from './types.js';

/**
 * The region by whose rules a call to some region is priced. Case does not matter.
 *
 * @param period - The price.
 * @param region - As the caller names it.
 *
 * @returns The region itself where a rule names it, else the narrowest area around it that a rule names, as that rule writes it:
 * `"eu"` for `"eu-central-1"`; `undefined` where none does.
 */
export function pricedRegion({ rules }: Period, region: string): string | undefined {
  const priced = rules.flatMap(({ when }) => when.region ?? []);
  const asked = region.toLowerCase();
  for (const place of [asked, ...areasOf(asked)]) {
    const found = priced.find((name) => name.toLowerCase() === place);
    if (found !== undefined) return found;
  }
  return undefined;
}
