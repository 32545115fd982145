import type { Meter } from '../../meters/index.js';
import { compare, isZero, type Rational, rational, toExact, ZERO } from '../../money/index.js';
import { dearest } from '../dearest.js';
import type { When } from '../types.js';
import { exactRate } from './exact-rate.js';
import type { ForeignPeriod, ForeignRate, ForeignRow, ForeignRule } from './foreign-row.js';
import type { Place } from './place-of.js';
import type { Finding, FindingCode } from './types.js';

export type ExactRates = ReadonlyMap<Meter, Rational>;

export interface ExactRule {
  readonly when: When;
  readonly rates: ExactRates;
  /** A factor in the place of rates. */
  readonly by?: Rational;
}

export interface ExactPeriod {
  readonly from: string | null;
  readonly until: string | null;
  readonly rates: ExactRates;
  readonly rules: readonly ExactRule[];
}

/** A row whose numbers are exact and possible. */
export interface ExactRow extends Place {
  readonly id: string;
  readonly path: string;
  readonly chat: boolean;
  readonly periods: readonly ExactPeriod[];
}

/** Takes down a finding about one row. */
export type Note = (code: FindingCode, verdict: Finding['verdict'], path: string, message: string) => void;

const FREE = ['free', 'turbo-free'];

/**
 * The row with exact rates, when nothing in it is impossible by itself.
 *
 * @param row - The row.
 * @param place - Whose price of what it is.
 * @param note - Where findings go.
 *
 * @returns The row, or `undefined` when it is refused.
 */
export function exactRow(row: ForeignRow, place: Place, note: Note): ExactRow | undefined {
  const free = place.when.variant?.some((each) => FREE.includes(each)) ?? false;
  for (const [path, value] of row.unread) {
    note(
      'unread-price',
      'left-out',
      path,
      `No meter or condition for ${JSON.stringify(value).slice(0, 120)}.`,
    );
  }
  const periods = row.periods.map((period) => exactPeriod(period, row.chat, free, note));
  const [first] = periods;
  if (!first || periods.includes(undefined)) return undefined;
  if (!row.periods.some(({ rates }) => rates.length > 0)) {
    note('no-price', 'left-out', row.path, 'It has no price of tokens.');
    return undefined;
  }
  const { id, path, chat } = row;
  return { ...place, id, path, chat, periods: contiguous(periods as ExactPeriod[], row.path, note) };
}

function exactPeriod(
  { from, until, rates, rules }: ForeignPeriod,
  chat: boolean,
  free: boolean,
  note: Note,
): ExactPeriod | undefined {
  const exact = exactRates(rates, free, note);
  if (!exact) return undefined;
  if (chat && rates.length > 0) {
    const missing = (['input', 'output'] as const).filter((meter) => !exact.has(meter));
    if (missing.length > 0) {
      // One price without the other is a slip; without both, nothing is said.
      const verdict = missing.length === 1 ? 'refused' : 'left-out';
      note('no-price', verdict, rates[0]!.path, `No price of ${missing.join(' and ')}.`);
      return undefined;
    }
  }
  return { from, until, rates: exact, rules: rules.flatMap((rule) => exactRule(rule, free, note)) };
}

function exactRule({ when, rates, by }: ForeignRule, free: boolean, note: Note): ExactRule[] {
  if (by !== undefined) {
    const factor = typeof by === 'number' && by > 0 && by <= 20 ? rational(by) : undefined;
    return factor && by !== 1 ? [{ when, rates: new Map(), by: factor }] : [];
  }
  const exact = exactRates(rates, free, note);
  return exact && exact.size > 0 ? [{ when, rates: exact }] : [];
}

function exactRates(listed: readonly ForeignRate[], free: boolean, note: Note): ExactRates | undefined {
  const rates = new Map<Meter, Rational>();
  let possible = true;
  for (const each of listed) {
    const { meter, value: given, path } = each;
    if (given === undefined || given === null) continue;
    const found = exactRate(each);
    if (!found) {
      note('not-a-number', 'left-out', path, `${JSON.stringify(given)?.slice(0, 80)} is no price.`);
      continue;
    }
    const { value, rate, snapped } = found;
    if (compare(value, ZERO) < 0) {
      note('sentinel', 'refused', path, `${given} stands for "it depends", not for a price.`);
      possible = false;
    } else if (compare(value, dearest(meter)) > 0) {
      note(
        'wrong-unit',
        'refused',
        path,
        `${meter} ${rate} is above ${toExact(dearest(meter))}, which nothing costs.`,
      );
      possible = false;
    } else if (isZero(value) && !free) {
      note('zero-unknown', 'left-out', path, `${meter} 0 may mean free or unknown.`);
    } else {
      if (snapped)
        note('long-decimal', 'noted', path, `${snapped.printed} is taken as ${rate}: ${snapped.why}.`);
      rates.set(meter, value);
    }
  }
  dropCache(rates, listed, note);
  // Reasoning costs what output costs unless a price says otherwise.
  const [reasoning, output] = [rates.get('reasoning'), rates.get('output')];
  if (reasoning && output && compare(reasoning, output) === 0) rates.delete('reasoning');
  return possible ? rates : undefined;
}

function dropCache(rates: Map<Meter, Rational>, listed: readonly ForeignRate[], note: Note): void {
  const [input, cached] = [rates.get('input'), rates.get('cacheRead')];
  if (!input || !cached || isZero(input) || compare(cached, input) < 0) return;
  const { path } = listed.find(({ meter }) => meter === 'cacheRead')!;
  const message = `Cached input ${toExact(cached)} is not below input ${toExact(input)}.`;
  note('cache-not-below-input', 'left-out', path, message);
  rates.delete('cacheRead');
}

// A period table has no gaps: what comes before one is left out. The next beginning ends a period that has no end.
function contiguous(periods: readonly ExactPeriod[], path: string, note: Note): ExactPeriod[] {
  const kept: ExactPeriod[] = [];
  for (const period of [...periods].reverse()) {
    const next = kept[0];
    const until = period.until ?? next?.from ?? null;
    if (next && until !== next.from) {
      note(
        'unread-price',
        'left-out',
        path,
        `Nothing is known between ${until} and ${next.from}; what was before is left out.`,
      );
      break;
    }
    if (next && next.from === null) break;
    kept.unshift({ ...period, until });
  }
  return kept;
}
