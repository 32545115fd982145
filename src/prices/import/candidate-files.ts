import type { Meter } from '../../meters/index.js';
import { compare, type Rational, toExact } from '../../money/index.js';
import type { OfferData, PeriodData, RuleData, SellerFile } from '../seller-file.js';
import type { Rates, Source, When } from '../types.js';
import type { ExactPeriod, ExactRates, ExactRow, ExactRule } from './exact-row.js';

/** The plain price of one model at one seller, and its prices under conditions. */
export interface CandidateOffer {
  readonly base: ExactRow;
  readonly conditional: readonly ExactRow[];
}

const SOURCE = 'listing';

/**
 * Seller files of candidate offers.
 *
 * @param offers - Offers of any number of sellers.
 * @param source - Where they were read.
 *
 * @returns One file a seller, in the order in which the sellers came.
 */
export function candidateFiles(offers: readonly CandidateOffer[], source: Source): SellerFile[] {
  const sellers = new Map<string, { rules: Record<string, RuleData>; offers: OfferData[] }>();
  for (const offer of offers) {
    const { seller, model } = offer.base;
    const file = sellers.get(seller) ?? { rules: {}, offers: [] };
    sellers.set(seller, file);
    file.offers.push({ model, periods: periodsOf(offer, source, file.rules) });
  }
  return [...sellers].map(([seller, { rules, offers: made }]) => ({
    seller,
    currency: 'USD',
    sources: { [SOURCE]: { ref: source.ref, date: source.date } },
    ...(Object.keys(rules).length > 0 && { rules }),
    offers: made,
  }));
}

function periodsOf(
  { base, conditional }: CandidateOffer,
  source: Source,
  named: Record<string, RuleData>,
): PeriodData[] {
  const last = base.periods.length - 1;
  return base.periods.map((period, index) => {
    const rules = [...period.rules, ...(index === last ? conditional.flatMap(rulesOf) : [])];
    const names = rules.flatMap((rule) => nameOf(rule, period, base.model, named) ?? []);
    return {
      from: period.from,
      until: period.until,
      status: 'reconstructed',
      rates: printed(period.rates),
      ...(names.length > 0 && { rules: names }),
      sources: [SOURCE],
      checked: source.date,
    };
  });
}

// The row's own price under its condition, then its rules under both.
function rulesOf({ when, periods }: ExactRow): ExactRule[] {
  const period = periods.at(-1)!;
  const rules = period.rules.map((rule) => ({ ...rule, when: { ...rule.when, ...when } }));
  return [{ when, rates: period.rates }, ...rules];
}

function nameOf(
  { when, rates, by }: ExactRule,
  period: ExactPeriod,
  model: string,
  named: Record<string, RuleData>,
): string | undefined {
  const own = by === undefined ? possible(rates, period.rates) : rates;
  if (by === undefined && own.size === 0) return undefined;
  const rule: RuleData = by
    ? { kind: 'multiply', when, by: toExact(by) }
    : { kind: 'replace', when, rates: printed(own) };
  const stem = `${model}: ${words(when)}`;
  for (let turn = 1; ; turn++) {
    const name = turn === 1 ? stem : `${stem}, ${turn}`;
    if (Object.hasOwn(named, name) && JSON.stringify(named[name]) !== JSON.stringify(rule)) continue;
    named[name] = rule;
    return name;
  }
}

// A cached price under a condition is at most the input price under it.
function possible(rates: ExactRates, base: ExactRates): ExactRates {
  const input = rates.get('input') ?? base.get('input');
  const cached = rates.get('cacheRead');
  if (!input || !cached || compare(cached, input) <= 0) return rates;
  return new Map([...rates].filter(([meter]) => meter !== 'cacheRead'));
}

function words(when: When): string {
  const { promptTokens: size, serviceTier, speed, region, variant, thinking, schedule } = when;
  const parts = [
    size?.gt !== undefined ? `over ${size.gt} tokens` : undefined,
    size?.gte !== undefined ? `from ${size.gte} tokens` : undefined,
    ...[serviceTier, speed, region, variant].map((each) => each?.join(' or ')),
    thinking === undefined ? undefined : thinking ? 'thinking' : 'not thinking',
    schedule?.windows?.map(([from, until]) => `${from} - ${until}`).join(', '),
  ];
  return parts.filter((each) => each !== undefined).join(', ');
}

function printed(rates: ExactRates): Rates {
  return Object.fromEntries([...rates].map(([meter, rate]: [Meter, Rational]) => [meter, toExact(rate)]));
}
