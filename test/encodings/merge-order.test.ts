import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compact } from '../../src/encodings/compile/compact.js';
import { mergedPieces } from '../../src/encodings/compile/merged-pieces.js';
import type { Vocabulary } from '../../src/encodings/compile/vocabulary.js';

const LETTERS = ['a', 'b', 'c'];

type Merge = readonly [left: string, right: string];

/** The vocabulary that a merge list makes: the letters, then each token where it is first made. */
function vocabularyOf(merges: readonly Merge[]): Vocabulary {
  const tokens = [...new Set([...LETTERS, ...merges.map(([left, right]) => left + right)])];
  return { tokens, ids: tokens.map((_, rank) => rank), specials: {}, normalizer: null, merges };
}

/** What a merge list makes of a text, plainly: the first pair of the list that occurs, its leftmost place. */
function mergedByList(text: string, merges: readonly Merge[]): string[] {
  const pieces = [...text];
  for (;;) {
    const found = merges.find(([left, right]) => placeOf(pieces, left, right) >= 0);
    if (!found) return pieces;
    pieces.splice(placeOf(pieces, ...found), 2, found.join(''));
  }
}

function placeOf(pieces: readonly string[], left: string, right: string): number {
  return pieces.findIndex((piece, index) => piece === left && pieces[index + 1] === right);
}

function isRefused(vocabulary: Vocabulary): boolean {
  try {
    compact(vocabulary);
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: 'unsupported-encoding' });
    return true;
  }
}

test('a list that comes back to a token after others is refused, for its order cannot be kept', () => {
  const merges: Merge[] = [
    ['a', 'bc'],
    ['a', 'b'],
    ['c', 'd'],
    ['ab', 'c'],
    ['b', 'c'],
  ];
  // By the list, cd comes before ab+c; by rank, abc (made first) before cd.
  expect(mergedByList('abcd', merges)).toEqual(['ab', 'cd']);
  const vocabulary = vocabularyOf(merges);
  const ranks = new Map([...vocabulary.tokens, 'd'].map((token, rank) => [token, rank]));
  expect(mergedPieces('abcd', ranks, Number.POSITIVE_INFINITY)).toEqual(['abc', 'd']);
  expect(() => compact(vocabulary)).toThrowErrorMatchingInlineSnapshot(
    `[PromptCostError: The vocabulary is not one this engine can merge: its merge list comes back to a token after others.]`,
  );
});

test('a vocabulary larger than the table of the engine is refused', () => {
  const tokens = Array.from({ length: 2 ** 19 }, (_, rank) => rank.toString(36));
  const vocabulary: Vocabulary = { tokens, ids: [], specials: {}, normalizer: null, merges: undefined };
  expect(() => compact(vocabulary)).toThrowErrorMatchingInlineSnapshot(
    `[PromptCostError: The vocabulary has 524288 tokens. This engine takes up to 524287.]`,
  );
});

test('whatever list is not refused is followed by merging by rank', () => {
  const picks = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 3, maxLength: 10 });
  const texts = fc.array(fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 16 }), {
    minLength: 20,
    maxLength: 20,
  });
  let followed = 0;
  fc.assert(
    fc.property(picks, fc.infiniteStream(fc.nat()), fc.boolean(), texts, (pairs, order, shuffles, words) => {
      const tokens = [...LETTERS];
      const merges: Merge[] = [];
      for (const [a, b] of pairs) {
        const [left, right] = [tokens[a % tokens.length]!, tokens[b % tokens.length]!];
        if (left.length + right.length > 6 || placesIn(merges, left, right)) continue;
        if (!tokens.includes(left + right)) tokens.push(left + right);
        merges.splice(shuffles ? order.next().value! % (merges.length + 1) : merges.length, 0, [left, right]);
      }
      const vocabulary = vocabularyOf(merges);
      if (isRefused(vocabulary)) return;
      followed++;
      const ranks = new Map(vocabulary.tokens.map((token, rank) => [token, rank]));
      for (const word of words)
        expect(mergedPieces(word, ranks, Number.POSITIVE_INFINITY)).toEqual(mergedByList(word, merges));
    }),
    { numRuns: 3_000 },
  );
  expect(followed).toBeGreaterThan(300);
});

function placesIn(merges: readonly Merge[], left: string, right: string): boolean {
  return merges.some((merge) => merge[0] === left && merge[1] === right);
}
