import { type Usage, usageOf } from '../../src/usage/index.js';

/** What a reply used and what is odd about it, without what else it says. */
export function quantitiesOf(reply: unknown): Pick<Usage, 'quantities' | 'warnings'> {
  const { quantities, warnings } = usageOf(reply);
  return { quantities, warnings };
}
