import type { Encoding } from '../../tokenize/index.js';

/** Letters of the texts that are remembered for one encoding, twice over at most: some 16 MB of memory. */
const MOST_LETTERS = 2_000_000;

interface Counts {
  fresh: Map<string, number>;
  /** What was fresh before it grew too large; what is asked for again is kept. */
  old: Map<string, number>;
  letters: number;
}

const remembered = new WeakMap<Encoding, Counts>();

/** The tokens of a text, remembered by its content: the stretches between a prompt's control tokens come again in the next prompt. */
export function rememberedCount(text: string, encoding: Encoding): number {
  const counts = remembered.get(encoding) ?? { fresh: new Map(), old: new Map(), letters: 0 };
  remembered.set(encoding, counts);
  const known = counts.fresh.get(text);
  if (known !== undefined) return known;
  const tokens = counts.old.get(text) ?? encoding.count(text);
  counts.letters += text.length;
  if (counts.letters > MOST_LETTERS) {
    counts.old = counts.fresh;
    counts.fresh = new Map();
    counts.letters = text.length;
  }
  counts.fresh.set(copyOf(text), tokens);
  return tokens;
}

// A slice would keep the whole prompt that it was cut from.
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
