import type { Compact } from '../../src/encodings/compile/compact.js';
import { mergedPieces } from '../../src/encodings/compile/merged-pieces.js';
import { numbersOf } from '../../src/encodings/compile/runs.js';
import { symbolsOf } from '../../src/encodings/compile/symbols-of.js';
import type { VocabularyHeader } from '../../src/tokenize/index.js';
import type { Vocabulary } from './origin.js';
import { readBytes } from './read-bytes.js';

/**
 * Reads a compact file back and holds it against its origin: the same tokens and ids in the same order, and each token, merged on its
 * own, is itself unless it is listed as unreachable.
 */
export function verify(bytes: Buffer, vocabulary: Vocabulary, { unreachable }: Compact): VocabularyHeader {
  const { header, tokens } = readBytes(bytes);
  const ids = numbersOf(header.ids);
  if (tokens.length !== vocabulary.tokens.length)
    throw new Error(`${header.name} has ${tokens.length} tokens.`);
  for (const [rank, token] of vocabulary.tokens.entries()) {
    if (tokens[rank] !== token || ids[rank] !== vocabulary.ids[rank]) {
      throw new Error(`${header.name}: rank ${rank} does not read back as it was written.`);
    }
  }
  const ranks = new Map(tokens.map((token, rank) => [token, rank]));
  const { characters } = vocabulary;
  const blocks = new Set(numbersOf(characters?.blocks ?? []));
  const listed = new Set(unreachable);
  for (const [rank, token] of tokens.entries()) {
    if (blocks.has(rank)) continue;
    const reached = mergedPieces(token, ranks, rank + 1, characters && symbolsOf(token, ranks)).length === 1;
    if (reached === listed.has(rank))
      throw new Error(`${header.name}: rank ${rank} is wrongly listed as unreachable, or not listed.`);
  }
  return header;
}
