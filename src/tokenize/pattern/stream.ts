import { type Columns, END_OF_TEXT } from './columns.js';
import type { Matcher } from './matcher.js';
import { refused } from './refused.js';

const MOST_STATES = 128;

/**
 * What has been read of a text whose earlier pieces are decided.
 *
 * `state` is the matcher's, since the last certain end. Where a match has ended but a longer one may follow, `since` is what has been
 * read since that match, as if its end were certain: should nothing longer come, reading goes on from there.
 */
interface Reading {
  readonly state: number;
  readonly since?: Reading;
  /** Whether that end has been written, to be taken back if a longer match comes; else it lies one character back. */
  readonly written?: true;
}

/** What a character does, beside leading to the next state. */
export interface Turn {
  /** Index of the state after it; 0 after the end of the text. */
  readonly next: number;
  /** A piece ended before it. */
  readonly ends: boolean;
  /** A piece ended before the previous character; written before any other end. */
  readonly endsBeforePrevious: boolean;
  /** The last end that was written is no end; taken back before any other is written. */
  readonly takesBack: boolean;
}

/** A machine that reads a text once, character by character, and writes the ends of its pieces. State 0 has read nothing. */
export interface Stream {
  /** By state, then by column. */
  readonly turns: readonly (readonly Turn[])[];
  /** Whether a state holds an end that may be taken back. */
  readonly isTentative: readonly boolean[];
}

interface Outcome {
  readonly next: Reading | undefined; // undefined after the end of the text
  readonly ends?: boolean;
  readonly endsBeforePrevious?: boolean;
  readonly takesBack?: boolean;
}

const HOLDS_TWO = 'it cannot be read from left to right: what ends a piece may stand any distance behind it';

/** Turns a matcher, which finds one piece, into a machine that finds all of them in one pass. */
export function streamOf(matcher: Matcher, columns: Columns): Stream {
  const begin = (column: number): Reading | undefined => {
    const { matches, next } = matcher.move(matcher.start, column);
    if (matches) throw refused('it can match an empty text');
    if (column === END_OF_TEXT) return undefined;
    if (next === -1) throw refused('there are characters that it does not match');
    return { state: next };
  };

  const step = (reading: Reading, column: number): Outcome => {
    const { matches, next } = matcher.move(reading.state, column);
    const { since, written } = reading;
    if (matches) {
      const takesBack = written === true;
      if (next === -1) return { next: begin(column), ends: true, takesBack };
      const certain = matcher.matchesOn(next);
      if (certain === 'all') return { next: { state: next }, takesBack };
      const after = begin(column)!;
      if (certain === 'some') return { next: { state: next, since: after }, takesBack };
      return { next: { state: next, since: after, written: true }, ends: true, takesBack };
    }
    if (!since) {
      if (next === -1) throw refused('there are characters that it does not match');
      return { next: { state: next } };
    }
    if (next !== -1 && matcher.matchesOn(next) === 'all')
      return { next: { state: next }, takesBack: written === true };
    const inner = step(since, column);
    const isQuiet = !inner.ends && !inner.endsBeforePrevious && !inner.takesBack;
    if (next === -1) {
      if (written) return inner;
      if (inner.endsBeforePrevious || inner.takesBack) throw refused(HOLDS_TWO);
      return { ...inner, endsBeforePrevious: true };
    }
    if (!isQuiet || !inner.next || inner.next.written) throw refused(HOLDS_TWO);
    return { next: { state: next, since: inner.next, written: true }, endsBeforePrevious: !written };
  };

  const readings: (Reading | undefined)[] = [undefined];
  const numbers = new Map<string, number>([['', 0]]);
  const numbered = (reading: Reading | undefined): number => {
    const key = keyOf(reading);
    let number = numbers.get(key);
    if (number === undefined) {
      number = readings.push(reading) - 1;
      if (number >= MOST_STATES) throw refused(`it needs more than ${MOST_STATES} states`);
      numbers.set(key, number);
    }
    return number;
  };
  const turns: Turn[][] = [];
  for (let number = 0; number < readings.length; number++) {
    const reading = readings[number];
    turns.push(
      Array.from({ length: columns.count }, (_, column) => {
        const found: Outcome = reading ? step(reading, column) : { next: begin(column) };
        return {
          next: numbered(found.next),
          ends: found.ends ?? false,
          endsBeforePrevious: found.endsBeforePrevious ?? false,
          takesBack: found.takesBack ?? false,
        };
      }),
    );
  }
  return { turns, isTentative: readings.map((reading) => reading?.written === true) };
}

function keyOf(reading: Reading | undefined): string {
  return reading ? `${reading.state}${reading.written ? '!' : ''}(${keyOf(reading.since)})` : '';
}
