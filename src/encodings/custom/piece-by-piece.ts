import type { Tokenizer } from '@huggingface/tokenizers';
import { stepsOf } from './cutting-pattern.js';
import type { Part } from './tokenizer-json.js';

const LONGEST_PIECE = 1_000_000; // UTF-16 units: the library keeps several objects for each

/** The parts of a model of the library that are replaced here. */
interface LibraryModel {
  _call(pieces: readonly string[]): string[];
  encode(pieces: readonly string[]): string[];
  /** Unigram only. */
  tokenize?(piece: string): string[];
}

/**
 * The tokenizer, made to run its model on each piece alone, as the reference does: the library joins unknown text across pieces, does not cut
 * at the marks of `Metaspace`, and cannot take a piece of 120,000 tokens.
 *
 * A piece of more than a million characters, such as base64 that nothing cuts, is an error.
 */
export function pieceByPiece(tokenizer: Tokenizer, preTokenizer: Part | null): Tokenizer {
  const model = tokenizer.model as LibraryModel;
  const run = model._call.bind(model);
  const mark = markOf(preTokenizer);
  if (model.tokenize) model.encode = (pieces) => pieces.flatMap((piece) => model.tokenize!(piece));
  model._call = (pieces) => pieces.flatMap((piece) => cutAt(mark, piece).flatMap((part) => run([part])));
  return tokenizer;
}

/** What `Metaspace` writes for a space and cuts before; empty where the file does not cut so. */
function markOf(preTokenizer: Part | null): string {
  const { type, split, replacement = '\u2581' } = stepsOf(preTokenizer, 'pretokenizers').at(-1) ?? {};
  return type === 'Metaspace' && split !== false ? String(replacement) : '';
}

function cutAt(mark: string, piece: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < piece.length; ) {
    const next = mark === '' ? -1 : piece.indexOf(mark, from + mark.length);
    const to = next < 0 ? piece.length : next;
    if (to - from > LONGEST_PIECE) throw new Error('too long a piece');
    parts.push(piece.slice(from, to));
    from = to;
  }
  return parts;
}
