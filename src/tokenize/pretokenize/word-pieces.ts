import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { Blocks } from './blocks.js';
import type { PreTokenizer } from './pre-tokenizer.js';
import { seamsOf } from './seams.js';

const BLANK = 32;
const LOOKAHEAD = 16; // bytes: at least so many behind a piece are known before its end is
const ALONE = 1; // a piece of its own
const MAY_BEGIN_BLOCK = 2;
const SPACE = 4;

/**
 * A pre-tokenizer for vocabularies that have none of their own (SentencePiece): merging runs through a whole text there, and this cuts
 * only where nothing can merge, so that pieces are short and can be remembered.
 *
 * A piece is a block, a character that merges with nothing, or a word with the spaces before it.
 */
export function wordPieces(vocabulary: Vocabulary): PreTokenizer {
  const blocks = new Blocks(vocabulary);
  const seams = seamsOf(vocabulary);
  const kinds = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) {
    kinds[byte] =
      (seams.alone[byte] ? ALONE : 0) |
      (blocks.canBeginWith(byte) ? MAY_BEGIN_BLOCK : 0) |
      (byte === BLANK ? SPACE : 0);
  }
  const reach = Math.max(LOOKAHEAD, blocks.longest + 1);

  /** End of the word at `start`, whose first byte is known to begin no block and to stand not alone. */
  function wordEnd(bytes: Uint8Array, start: number, end: number): number {
    let at = start + 1;
    if (bytes[start] === BLANK) {
      while (bytes[at] === BLANK && at < end) at++;
    }
    for (; at < end; at++) {
      const kind = kinds[bytes[at]!]!;
      if (kind === 0) continue;
      if (kind & ALONE) break;
      if (kind & MAY_BEGIN_BLOCK && blocks.lengthAt(bytes, at) > 0) break;
      if (kind & SPACE && bytes[at - 1] !== BLANK && !seams.spans(bytes[at - 1]!, bytes[at + 1]!)) break;
    }
    return at;
  }

  return (bytes, start, end, isLast, ends) => {
    const limit = isLast ? end : end - reach;
    let pieces = 0;
    for (let p = start; p < limit && pieces < ends.length; ) {
      const kind = kinds[bytes[p]!]!;
      const block = kind & MAY_BEGIN_BLOCK ? blocks.lengthAt(bytes, p) : 0;
      if (block > 0) p += block;
      else if (kind & ALONE) p++;
      else {
        p = wordEnd(bytes, p, end);
        if (p > limit) break;
      }
      ends[pieces++] = p;
    }
    return pieces;
  };
}
