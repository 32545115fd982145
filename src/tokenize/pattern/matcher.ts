import type { Automaton } from './automaton.js';
import { type Columns, END_OF_TEXT } from './columns.js';
import { refused } from './refused.js';

const MOST_STATES = 1_000;

/** What reading a column from a state does. */
export interface Move {
  /** Whether a match ends before the character of that column, unless a later one does. */
  readonly matches: boolean;
  /** The state after it; -1 where nothing that is preferred to that match is left. */
  readonly next: number;
}

/**
 * The deterministic automaton of a pattern under Perl's rules: the first alternative that matches, each repetition as long as can be.
 *
 * A state is a list of the steps that are still possible, the preferred first. A look-ahead is decided when the next column is known,
 * so that a match is always found one character late.
 */
export class Matcher {
  readonly #automaton: Automaton;
  readonly #columns: Columns;
  readonly #sets: readonly bigint[];
  readonly #states: (readonly number[])[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #moves: Move[][] = [];
  readonly start: number;

  constructor(automaton: Automaton, columns: Columns) {
    this.#automaton = automaton;
    this.#columns = columns;
    this.#sets = automaton.steps.map((step) =>
      step.kind === 'set' || step.kind === 'look' ? columns.of(step.set) : 0n,
    );
    this.start = this.#numbered(this.#closed([automaton.start]));
  }

  move(state: number, column: number): Move {
    const moves = this.#moves[state]!;
    moves[column] ??= this.#moved(this.#states[state]!, column);
    return moves[column];
  }

  #moved(state: readonly number[], column: number): Move {
    const { steps } = this.#automaton;
    const taken: number[] = [];
    let matches = false;
    const seen = new Set<number>();
    const queue = [...state].reverse();
    while (queue.length > 0) {
      const at = queue.pop()!;
      if (seen.has(at)) continue;
      seen.add(at);
      const step = steps[at]!;
      if (step.kind === 'match') {
        matches = true;
        break; // what is less preferred no longer counts
      }
      if (step.kind === 'fork') queue.push(step.second, step.first);
      else if (step.kind === 'look') {
        if (column === END_OF_TEXT ? step.atEnd : this.#has(at, column)) queue.push(step.next);
      } else if (column !== END_OF_TEXT && this.#has(at, column)) taken.push(step.next);
    }
    return { matches, next: taken.length === 0 ? -1 : this.#numbered(this.#closed(taken)) };
  }

  #has(step: number, column: number): boolean {
    return ((this.#sets[step]! >> BigInt(column)) & 1n) === 1n;
  }

  /** The steps that stand, forks followed, up to the first sure match. */
  #closed(from: readonly number[]): number[] {
    const { steps } = this.#automaton;
    const list: number[] = [];
    const seen = new Set<number>();
    const queue = [...from].reverse();
    while (queue.length > 0) {
      const at = queue.pop()!;
      if (seen.has(at)) continue;
      seen.add(at);
      const step = steps[at]!;
      if (step.kind === 'fork') {
        queue.push(step.second, step.first);
        continue;
      }
      list.push(at);
      if (step.kind === 'match') break;
    }
    return list;
  }

  #numbered(list: readonly number[]): number {
    const key = list.join();
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#states.push(list) - 1;
      if (number >= MOST_STATES) throw refused(`its matcher has more than ${MOST_STATES} states`);
      this.#numbers.set(key, number);
      this.#moves.push([]);
    }
    return number;
  }

  /** On how many columns a match ends before the character: all, none, or some. */
  matchesOn(state: number): 'all' | 'none' | 'some' {
    let matching = 0;
    for (let column = 0; column < this.#columns.count; column++) {
      if (this.move(state, column).matches) matching++;
    }
    return matching === 0 ? 'none' : matching === this.#columns.count ? 'all' : 'some';
  }
}
