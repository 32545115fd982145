import type { Case } from './compare.js';
import type { Judgement } from './judge.js';
import { hasPrice } from './rates.js';

/** A price that was, kept after it changed. */
export function anEarlierPrice({ offer, date, meter, value }: Case): Judgement | undefined {
  const old = offer.periods
    .filter(({ until }) => until !== null && Date.parse(until) <= date.getTime())
    .findLast((period) => hasPrice(period, meter, value));
  return old && { reason: 'stale', because: `It is the price until ${old.until}.` };
}

/** The price that begins here later. */
export function aLaterPrice({ offer, date, meter, value }: Case): Judgement | undefined {
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
export function outOfTime({ inForce, offer, date }: Case): Judgement | undefined {
  if (inForce) return undefined;
  const [first, last] = [offer.periods[0]!.from, offer.periods.at(-1)!.until];
  return first !== null && Date.parse(first) > date.getTime()
    ? { reason: 'before ours', because: `Nothing is known here before ${first}.` }
    : { reason: 'retired', because: `It still prices what was sold until ${last}.` };
}

/** Ours is pieced together, and nobody knows on which day it began. */
export function undated({ source, period, date }: Case): Judgement | undefined {
  const { status, checked, sources } = period;
  const [{ ref } = { ref: '' }] = sources;
  const day = date.toISOString().slice(0, 10);
  if (status !== 'reconstructed' || checked === day || ref.includes(source)) return undefined;
  return {
    reason: 'undated',
    because: `Ours was seen on ${checked} in ${ref}, theirs on ${day}; when it changed is not known.`,
  };
}
