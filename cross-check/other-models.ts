import { knownModel, modelRecord } from '../src/models/index.js';
import { type Offer, offersOf, type PriceTable } from '../src/prices/index.js';
import { periodAt } from '../src/prices/period-at.js';
import { indexed } from '../src/prices/price-table.js';
import type { Case } from './compare.js';
import type { Judgement } from './judge.js';
import { hasPrice, rateOf, same } from './rates.js';

/** The price of whoever made the model, under the name of a host. */
export function ofTheMaker({ provider, model, meter, value, date, prices }: Case): Judgement | undefined {
  const { vendor } = modelRecord(model)!;
  if (vendor === provider) return undefined;
  const offer = offersOf(prices, model).find((each) => each.provider === vendor);
  const begun = offer?.periods.filter(({ from }) => from === null || Date.parse(from) <= date.getTime());
  const period = begun?.findLast((each) => same(rateOf(each, meter), value));
  if (!period) return undefined;
  const gone = period.until !== null && Date.parse(period.until) <= date.getTime();
  return {
    reason: 'another seller',
    because: `It is the price of ${vendor}${gone ? ` until ${period.until}` : ''}, not of ${provider}.`,
  };
}

/** Both numbers are those of another model of its maker: a copy, or an id that meant the other one. Hosts price many models alike. */
export function ofASibling({
  id,
  offer,
  date,
  period: ours,
  listed,
  meter,
  prices,
}: Case): Judgement | undefined {
  const [input, output] = [listed.get('input'), listed.get('output')];
  if (offer.provider !== modelRecord(offer.model)!.vendor) return undefined;
  if (meter === 'cacheRead' || !input || !output) return undefined;
  // One number alone is a coincidence.
  if (same(rateOf(ours, 'input'), input) || same(rateOf(ours, 'output'), output)) return undefined;
  const [sibling] = siblingsOf(offer, prices)
    .filter((each) => {
      const found = periodAt(each, date);
      const period = found === 'retired' ? each.periods.at(-1)! : found;
      return (
        typeof period === 'object' && hasPrice(period, 'input', input) && hasPrice(period, 'output', output)
      );
    })
    .sort((a, b) => kinship(b.model, offer.model) - kinship(a.model, offer.model));
  if (!sibling) return undefined;
  const found = knownModel(id, date);
  const moves =
    (found?.known && found.floating !== undefined) || undatedName(sibling.model) === undatedName(offer.model);
  return moves
    ? { reason: 'floating id', because: `It has ${id} at the price of ${sibling.model}.` }
    : { reason: 'copied', because: `It is the price of ${sibling.model}.` };
}

/** Letters that two names begin with together. */
function kinship(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function undatedName(model: string): string {
  return model.replace(/-(?:\d{4}|\d{8}|\d{4}-\d\d-\d\d)$/, '');
}

function siblingsOf({ provider, model }: Offer, prices: PriceTable): Offer[] {
  const stem = (id: string): string => id.split(/[-.\d]/)[0]!;
  return [...indexed(prices).offers].flatMap(([other, offers]) =>
    other !== model && stem(other) === stem(model) ? offers.filter((each) => each.provider === provider) : [],
  );
}
