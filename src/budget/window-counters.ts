import type { CapKey, Picos } from './store.js';
import { type Per, windowOf } from './window-of.js';

/** The money of one cap in one window. */
export interface Counter extends CapKey {
  readonly window: string;
  readonly end: number | null;
  spent: Picos;
  held: Picos;
  /** How many remembered holds point here: a counter outlives its window until the last of them is forgotten. */
  pins: number;
}

/**
 * Every counter with money in it, and the means to drop those whose window is over.
 *
 * A total is never dropped: its spend counts for ever.
 */
export class WindowCounters {
  readonly #byKey: Map<string, Counter> = new Map();
  // Counters whose window lasts, oldest first: their ends come in the same order.
  readonly #open: Map<Per, Set<Counter>> = new Map();

  /** The counter of a cap at an instant, if any money is in it. Never makes one: a denial leaves no trace. */
  find(cap: CapKey, at: number): Counter | undefined {
    return this.#byKey.get(keyOf(cap, windowOf(cap.per, at).name));
  }

  /** The counter of a cap at an instant, made if need be, and kept until it is unpinned. */
  pin(cap: CapKey, at: number, now: number): Counter {
    const counter = this.find(cap, at) ?? this.#make(cap, at, now);
    counter.pins += 1;
    return counter;
  }

  unpin(counter: Counter, now: number): void {
    counter.pins -= 1;
    if (isOver(counter, now)) this.#dropUnpinned(counter);
  }

  /** Drops the counters whose window has ended, except those still pinned. */
  closeEnded(now: number): void {
    for (const counters of this.#open.values()) {
      for (const counter of counters) {
        if (!isOver(counter, now)) break;
        counters.delete(counter);
        this.#dropUnpinned(counter);
      }
    }
  }

  all(): Iterable<Counter> {
    return this.#byKey.values();
  }

  #make(cap: CapKey, at: number, now: number): Counter {
    const { name, end } = windowOf(cap.per, at);
    const counter = { scope: cap.scope, per: cap.per, window: name, end, spent: 0n, held: 0n, pins: 0 };
    this.#byKey.set(keyOf(cap, name), counter);
    if (end !== null && end > now) this.#openOf(cap.per).add(counter);
    return counter;
  }

  #openOf(per: Per): Set<Counter> {
    const counters = this.#open.get(per) ?? new Set();
    this.#open.set(per, counters);
    return counters;
  }

  #dropUnpinned(counter: Counter): void {
    if (counter.pins === 0) this.#byKey.delete(keyOf(counter, counter.window));
  }
}

function isOver(counter: Counter, now: number): boolean {
  return counter.end !== null && counter.end <= now;
}

// The window's name comes first and holds no space, so no scope can spell another counter's key.
function keyOf(cap: CapKey, window: string): string {
  return `${cap.per} ${window} ${cap.scope}`;
}
