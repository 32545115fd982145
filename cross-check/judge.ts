import type { Meter } from '../src/meters/index.js';
import { compare, isZero, rational, rounded } from '../src/money/index.js';
import { dearest } from '../src/prices/dearest.js';
import type { Case } from './compare.js';
import judgements from './judgements.json' with { type: 'json' };
import type { Market } from './market.js';
import { ofAnotherMeter, swapped } from './other-meters.js';
import { ofASibling, ofTheMaker } from './other-models.js';
import { aLaterPrice, anEarlierPrice, outOfTime, undated } from './other-times.js';
import { rateUnder, same } from './rates.js';

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
 * @param market - What all lists say: a reason that would excuse any number needs ours to be near them.
 *
 * @returns The first rule that explains the number, or `undefined` when a person has to.
 */
export function judge(disagreement: Case, market: Market): Judgement | undefined {
  for (const rule of RULES) {
    const found = rule(disagreement, market);
    if (found) return found;
  }
  return undefined;
}

type Reason = (each: Case, market: Market) => Judgement | undefined;

const RULES: readonly Reason[] = [
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
  ifPlausible(ofASibling),
  ({ alsoAgrees }) =>
    alsoAgrees ? { reason: 'two rows', because: 'It has the model twice; its other row agrees.' } : undefined,
  byHand,
  ifPlausible(outOfTime),
  ifPlausible(undated),
  ifPlausible(ofTheMaker),
  ifPlausible(outvoted),
];

function ifPlausible(reason: Reason): Reason {
  return (each, market) => (market.isPlausible(each) ? reason(each, market) : undefined);
}

function underARule({ period, meter, value }: Case): Judgement | undefined {
  const rule = period.rules.find((each) => same(rateUnder(each, period, meter), value));
  return rule && { reason: 'condition', because: `It is the price under the rule "${rule.name}".` };
}

/** A cached price that belongs to an input price which is itself judged. */
function followsItsInput(each: Case, market: Market): Judgement | undefined {
  const { meter, listed, period } = each;
  const input = listed.get('input');
  const ours = period.rates.input;
  if (meter !== 'cacheRead' || !input || ours === undefined || compare(input, rational(ours)) === 0)
    return undefined;
  const found = judge({ ...each, meter: 'input', value: input, ours }, market);
  return found && { ...found, because: `It goes with its price of input. ${found.because}` };
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
