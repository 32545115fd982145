import { compact } from '../compile/compact.js';
import { readSentencePieceJson, type SentencePieceJson } from '../compile/read-sentencepiece-json.js';
import { writeBytes } from '../compile/write-bytes.js';
import { assertMergeable } from './assert-mergeable.js';
import { stepsOf } from './cutting-pattern.js';
import { NotOurs } from './refused-file.js';
import type { AddedToken, BpeModel, Part, TokenizerJson } from './tokenizer-json.js';

const MARK = '\u2581';

/** The compact vocabulary of a SentencePiece BPE file with byte fallback; throws what keeps ours from being the same. */
export function compileSentencePiece(
  file: TokenizerJson & { readonly model: BpeModel },
  name: string,
): Uint8Array {
  const { model, added_tokens } = file;
  if (model['ignore_merges'] === true) throw new NotOurs('a whole text is looked up before it is merged');
  const hasPrefix = prefixesSpace(file);
  assertFindable(added_tokens, model);
  const normalizer = { type: 'Sequence', normalizers: hasPrefix ? [{ type: 'Prepend' }] : [] };
  const vocabulary = readSentencePieceJson({
    added_tokens,
    normalizer,
    model,
  } as unknown as SentencePieceJson);
  assertMergeable(vocabulary.tokens);
  return writeBytes({ name, pattern: '', wholePieces: false }, vocabulary, compact(vocabulary));
}

/** Whether a space goes before the text. Every space becomes the mark U+2581, by the normalizer or by `Metaspace`. */
function prefixesSpace({ normalizer, pre_tokenizer }: TokenizerJson): boolean {
  const steps = stepsOf(normalizer, 'normalizers');
  const marking = steps.at(-1);
  const before = steps.slice(0, -1);
  if (marking === undefined) {
    const { type, replacement, prepend_scheme, split } = pre_tokenizer ?? {};
    // With a scheme that prepends, Metaspace leaves out the mark where the text begins with a space.
    if (type === 'Metaspace' && replacement === MARK && prepend_scheme === 'never' && split === false)
      return false;
    throw new NotOurs('nothing marks its spaces the way SentencePiece does');
  }
  if (!isSpaceTo(marking)) throw new NotOurs('its normalizer does more than mark spaces');
  if (pre_tokenizer !== null && !cutsAtSpaces(pre_tokenizer))
    throw new NotOurs('it cuts a text before it merges');
  if (before.length === 0) return false;
  if (before.length === 1 && before[0]!['type'] === 'Prepend' && before[0]!['prepend'] === MARK) return true;
  throw new NotOurs('its normalizer does more than mark spaces');
}

function isSpaceTo({ type, pattern, content }: Part): boolean {
  return type === 'Replace' && content === MARK && (pattern as Part | undefined)?.['String'] === ' ';
}

/** Gemma's files split at spaces after all have become marks: nothing is cut. */
function cutsAtSpaces({ type, pattern }: Part): boolean {
  return type === 'Split' && (pattern as Part | undefined)?.['String'] === ' ';
}

/** Tokens found in any text are found as they are: in the vocabulary, no spaces stripped, the same before and after marking. */
function assertFindable(tokens: readonly AddedToken[], { vocab }: BpeModel): void {
  for (const { special, content, id, lstrip, rstrip, single_word, normalized } of tokens) {
    if (special) continue;
    if (lstrip || rstrip || single_word) throw new NotOurs('an added token takes the spaces around it');
    if (vocab[content] !== id)
      throw new NotOurs('an added token that is found in any text is none of the model');
    if (content.includes(' ') || (normalized !== false && content.includes(MARK)))
      throw new NotOurs('an added token that is found in any text holds spaces');
  }
}
