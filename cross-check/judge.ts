import type { Meter } from '../src/meters/index.js';
import { knownModel, modelRecord } from '../src/models/index.js';
import { compare, isZero, multiply, type Rational, rational, rounded } from '../src/money/index.js';
import { dearest } from '../src/prices/dearest.js';
import { bundledPrices, type Offer, offersOf, type Period, type Rule } from '../src/prices/index.js';
import { periodAt } from '../src/prices/period-at.js';
import type { Case } from './compare.js';
import judgements from './judgements.json' with { type: 'json' };

/** Why a list and this library differ. */
export interface Judgement {
  readonly reason: string;
  /** A sentence. */
  readonly because: string;
}

/**
 * The reason that our own data gives for a disagreement: a price that was, a price under a condition, a price of somebody else.
 *
 * @param disagreement - The case.
 *
 * @returns The first rule that explains the number, or `undefined` when a person has to.
 */
export function judge(disagreement: Case): Judgement | undefined {
  for (const rule of RULES) {
    const found = rule(disagreement);
    if (found) return found;
  }
  return undefined;
}

const RULES: readonly ((each: Case) => Judgement | undefined)[] = [
  ({ value }) =>
    isZero(value) ? { reason: 'zero', because: 'It writes 0 for what it does not know.' } : undefined,
  ({ value, meter }) =>
    compare(value, dearest(meter)) > 0
      ? { reason: 'wrong unit', because: 'It is a price of another unit, read as one of a token.' }
      : undefined,
  underARule,
  anEarlierPrice,
  aLaterPrice,
  ({ value, period, meter }) => {
    const ours = period.rates[meter];
    return ours !== undefined && compare(value, rounded(rational(ours), 2, 'half-even')) === 0
      ? { reason: 'rounded', because: 'It is rounded to cents.' }
      : undefined;
  },
  swapped,
  ({ meter, value, listed }) => {
    const input = listed.get('input');
    return meter === 'cacheRead' && input && compare(input, value) === 0
      ? { reason: 'no cache price', because: 'It has no price of cached input and repeats that of input.' }
      : undefined;
  },
  followsItsInput,
  ofAnotherMeter,
  ofASibling,
  ({ alsoAgrees }) =>
    alsoAgrees ? { reason: 'two rows', because: 'It has the model twice; its other row agrees.' } : undefined,
  outOfTime,
  byHand,
  undated,
  ofTheMaker,
  outvoted,
];

function underARule({ period, meter, value }: Case): Judgement | undefined {
  const rule = period.rules.find((each) => same(rateUnder(each, period, meter), value));
  return rule && { reason: 'condition', because: `It is the price under the rule "${rule.name}".` };
}

function rateUnder(rule: Rule, period: Period, meter: Meter): Rational | undefined {
  if (rule.kind === 'replace') {
    const rate = rule.rates[meter];
    return rate === undefined ? undefined : rational(rate);
  }
  const rate = period.rates[meter];
  const touched = rate !== undefined && (rule.only?.includes(meter) ?? true);
  return touched ? multiply(rational(rate), rational(rule.by)) : undefined;
}

function anEarlierPrice({ offer, date, meter, value }: Case): Judgement | undefined {
  const old = offer.periods
    .filter(({ until }) => until !== null && Date.parse(until) <= date.getTime())
    .findLast((period) => hasPrice(period, meter, value));
  return old && { reason: 'stale', because: `It is the price until ${old.until}.` };
}

function aLaterPrice({ offer, date, meter, value }: Case): Judgement | undefined {
  const next = offer.periods
    .filter(({ from }) => from !== null && Date.parse(from) > date.getTime())
    .find((period) => hasPrice(period, meter, value));
  if (!next) return undefined;
  const approximate = next.status === 'reconstructed' || /approximate|seen/i.test(next.note ?? '');
  return {
    reason: 'earlier',
    because: `It has the price that begins here on ${next.from}${approximate ? ', a day that is approximate' : ''}.`,
  };
}

/** Neither price is one that anybody pays on that day. */
function outOfTime({ inForce, offer, date }: Case): Judgement | undefined {
  if (inForce) return undefined;
  const [first, last] = [offer.periods[0]!.from, offer.periods.at(-1)!.until];
  return first !== null && Date.parse(first) > date.getTime()
    ? { reason: 'before ours', because: `Nothing is known here before ${first}.` }
    : { reason: 'retired', because: `It still prices what was sold until ${last}.` };
}

function swapped({ period, meter, value, listed }: Case): Judgement | undefined {
  const other = meter === 'input' ? 'output' : 'input';
  const [ours, mine] = [period.rates[other], period.rates[meter]];
  const turned =
    meter !== 'cacheRead' &&
    ours !== undefined &&
    mine !== undefined &&
    same(rational(ours), value) &&
    same(listed.get(other), rational(mine));
  return turned ? { reason: 'swapped', because: 'Input and output are the other way round.' } : undefined;
}

/** A cached price that belongs to an input price which is itself judged. */
function followsItsInput(each: Case): Judgement | undefined {
  const { meter, listed, period } = each;
  const input = listed.get('input');
  const ours = period.rates.input;
  if (meter !== 'cacheRead' || !input || ours === undefined || compare(input, rational(ours)) === 0)
    return undefined;
  const found = judge({ ...each, meter: 'input', value: input, ours });
  return found && { ...found, because: `It goes with its price of input. ${found.because}` };
}

function ofTheMaker({ provider, model, meter, value, date }: Case): Judgement | undefined {
  const { vendor } = modelRecord(model)!;
  if (vendor === provider) return undefined;
  const offer = offersOf(bundledPrices, model).find((each) => each.provider === vendor);
  const begun = offer?.periods.filter(({ from }) => from === null || Date.parse(from) <= date.getTime());
  const period = begun?.findLast((each) => same(rateOf(each, meter), value));
  if (!period) return undefined;
  const gone = period.until !== null && Date.parse(period.until) <= date.getTime();
  return {
    reason: 'another seller',
    because: `It is the price of ${vendor}${gone ? ` until ${period.until}` : ''}, not of ${provider}.`,
  };
}

/** Ours is pieced together, and nobody knows on which day it began. */
function undated({ source, period, date }: Case): Judgement | undefined {
  const { status, checked, sources } = period;
  const [{ ref } = { ref: '' }] = sources;
  const day = date.toISOString().slice(0, 10);
  if (status !== 'reconstructed' || checked === day || ref.includes(source)) return undefined;
  return {
    reason: 'undated',
    because: `Ours was seen on ${checked} in ${ref}, theirs on ${day}; when it changed is not known.`,
  };
}

/** Both numbers are those of another model of its maker: a copy, or an id that meant the other one. Hosts price many models alike. */
function ofASibling({ id, offer, date, period: ours, listed, meter }: Case): Judgement | undefined {
  const [input, output] = [listed.get('input'), listed.get('output')];
  if (offer.provider !== modelRecord(offer.model)!.vendor) return undefined;
  if (meter === 'cacheRead' || !input || !output) return undefined;
  // One number alone is a coincidence.
  if (same(rateOf(ours, 'input'), input) || same(rateOf(ours, 'output'), output)) return undefined;
  const [sibling] = siblingsOf(offer)
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

/** The price of images or speech as that of text: of what goes in, or, where input agrees, of what comes out. */
function ofAnotherMeter({ period, meter, value, listed }: Case): Judgement | undefined {
  const [ours, theirs] = [rateOf(period, 'input'), listed.get('input')];
  if (meter === 'cacheRead' || (meter === 'output' && !(theirs && same(ours, theirs)))) return undefined;
  const other = MEDIA[meter === 'input' ? 'input' : 'output'].find((each) =>
    same(rateOf(period, each), value),
  );
  return other && { reason: 'another meter', because: `It is the price of ${other}.` };
}

const MEDIA: Readonly<Record<'input' | 'output', readonly Meter[]>> = {
  input: ['inputImage', 'inputAudio'],
  output: ['outputImage', 'outputAudio'],
};

const families = new Map<string, readonly Offer[]>();

function siblingsOf({ provider, model }: Offer): readonly Offer[] {
  const stem = (id: string): string => id.split(/[-.\d]/)[0]!;
  const all = families.get(provider) ?? allOffers().filter((each) => each.provider === provider);
  families.set(provider, all);
  return all.filter((each) => each.model !== model && stem(each.model) === stem(model));
}

function allOffers(): readonly Offer[] {
  return [
    ...(bundledPrices as unknown as { offers: ReadonlyMap<string, readonly Offer[]> }).offers.values(),
  ].flat();
}

function rateOf({ rates }: Period, meter: Meter): Rational | undefined {
  const rate = rates[meter];
  return rate === undefined ? undefined : rational(rate);
}

/** What a person wrote. */
function byHand({ source, provider, model, meter, theirs }: Case): Judgement | undefined {
  return (judgements as readonly HandJudgement[]).find(
    (each) =>
      each.source === source &&
      each.provider === provider &&
      each.model === model &&
      each.theirs[meter] === theirs,
  );
}

interface HandJudgement extends Judgement {
  readonly source: string;
  readonly provider: string;
  readonly model: string;
  readonly theirs: Readonly<Partial<Record<Meter, string>>>;
}

/** Several lists have our number, and this one stands alone. */
function outvoted({ source, period: { sources } }: Case): Judgement | undefined {
  const others = sources.filter(({ ref }) => !ref.includes(source)).map(({ ref }) => ref);
  if (others.length < 2) return undefined;
  return { reason: 'outvoted', because: `${others.slice(0, 2).join(' and ')} have ours.` };
}

// Plain or under one of its rules: DeepSeek's peak is a rule.
function hasPrice(period: Period, meter: Meter, value: Rational): boolean {
  const rate = period.rates[meter];
  const plain = rate !== undefined && same(rational(rate), value);
  return plain || period.rules.some((rule) => same(rateUnder(rule, period, meter), value));
}

function same(a: Rational | undefined, b: Rational): boolean {
  return a !== undefined && compare(a, b) === 0;
}
