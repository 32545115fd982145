import { PromptCostError, shown } from '../../errors/index.js';
import type { Piece } from './read-model.js';

const MARK = '\u2581';
const FAR = 4; // times the longest run: by then what merging does repeats itself

/**
 * The merges of a SentencePiece model, first the token of highest score: all pairs that a run of spaces is made of, and one pair of
 * each other token. A token that is no join of two tokens has none, and no text makes it.
 *
 * SentencePiece merges the leftmost first among equal scores, and our merging the token of lower rank; so equal scores are refused, except
 * of runs of spaces that some order of ranks merges just so (Mistral's have one score for all).
 *
 * @param pieces - All that can merge, single characters included.
 */
export function scoredMerges(pieces: readonly Piece[]): [left: string, right: string][] {
  const known = new Set(pieces.map(({ text }) => text));
  const made = pieces
    .filter(({ text }) => text.length > 2 || [...text].length > 1)
    .sort((a, b) => b.score - a.score);
  return withRunsInOrder(made, pieces).flatMap(({ text }) => {
    const pairs = pairsOf(text, known);
    return isRun(text) ? [...pairs] : [...pairs].slice(0, 1);
  });
}

function* pairsOf(text: string, known: ReadonlySet<string>): Generator<[string, string]> {
  for (let middle = 1; middle < text.length; middle++) {
    const [left, right] = [text.slice(0, middle), text.slice(middle)];
    if (known.has(left) && known.has(right)) yield [left, right];
  }
}

/** The same in an order of ranks that does what the scores do. */
function withRunsInOrder(made: readonly Piece[], pieces: readonly Piece[]): readonly Piece[] {
  const tied = made.filter(
    ({ score }, index) => score === made[index - 1]?.score || score === made[index + 1]?.score,
  );
  const [first] = tied;
  if (!first) return made;
  const other = tied.find(({ text }) => !isRun(text));
  if (other) throw unsupported(`the score ${other.score} of ${shown(other.text)} is another token's, too`);
  const runs = made.filter(({ text }) => isRun(text));
  const mixed = pieces.find(({ text }) => text.includes(MARK + MARK) && !isRun(text));
  if (mixed || runs.some(({ score }) => score !== first.score)) {
    throw unsupported('runs of spaces have equal scores, and merge with other tokens');
  }
  const lengths = runs.map(({ text }) => text.length);
  const orders = [lengths, lengths.toSorted((a, b) => a - b), lengths.toSorted((a, b) => b - a)];
  const order = orders.find((each) => mergesLeftmost(each));
  if (!order) throw unsupported('runs of spaces have equal scores, and no order of them merges the same');
  const at = made.findIndex(({ text }) => isRun(text));
  const inOrder = order.map((length) => runs.find(({ text }) => text.length === length)!);
  return [...made.slice(0, at), ...inOrder, ...made.slice(at + runs.length)];
}

/** Whether merging in this order of lengths leaves of every run what merging the leftmost pair leaves. */
function mergesLeftmost(lengths: readonly number[]): boolean {
  const ranks = new Map(lengths.map((length, rank) => [length, rank]));
  const longest = Math.max(...lengths);
  for (let length = 1; length <= FAR * longest; length++) {
    const leftmost = mergedRun(length, (joined) => (ranks.has(joined) ? 0 : Infinity));
    const ranked = mergedRun(length, (joined) => ranks.get(joined) ?? Infinity);
    if (leftmost.join() !== ranked.join()) return false;
  }
  return true;
}

/** What merging leaves of a run, as lengths. */
function mergedRun(length: number, rankOf: (joined: number) => number): number[] {
  const parts = Array.from({ length }, () => 1);
  for (;;) {
    let lowest = Infinity;
    let at = -1;
    for (let index = 0; index + 1 < parts.length; index++) {
      const rank = rankOf(parts[index]! + parts[index + 1]!);
      if (rank < lowest) [lowest, at] = [rank, index];
    }
    if (at < 0) return parts;
    parts.splice(at, 2, parts[at]! + parts[at + 1]!);
  }
}

function isRun(text: string): boolean {
  return text.replaceAll(MARK, '') === '';
}

function unsupported(why: string): PromptCostError {
  return new PromptCostError(
    'unsupported-encoding',
    `The SentencePiece model is not one this engine can merge: ${why}. Try its tokenizer.json with fromTokenizerJson.`,
  );
}
