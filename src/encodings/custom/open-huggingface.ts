import { PromptCostError } from '../../errors/index.js';
import type { StreamingEncoding } from '../../tokenize/index.js';
import { isControl } from './added-tokens.js';
import { assertHarmless, assertSafeStep } from './assert-harmless.js';
import { assertKnowsUnknown } from './assert-knows-unknown.js';
import { assertShortSteps } from './assert-short-steps.js';
import { HuggingFaceEncoding } from './huggingface-encoding.js';
import { pieceByPiece } from './piece-by-piece.js';
import { refusedFile } from './refused-file.js';
import { spellingOf } from './token-bytes.js';
import type { Model, Part, TokenizerJson } from './tokenizer-json.js';
import { unicodeWords } from './unicode-words.js';

const LONGEST_WORD = 1_000; // characters of a word that WordPiece looks up; the time grows with the cube
const LONGEST_MARK = 64; // characters of what goes before the rest of a word, or after it
const MOST_UNIGRAM_LENGTH = 5_000_000; // characters of all tokens: the engine keeps an object for each; the largest known has half as many

/**
 * A file as an encoding of `@huggingface/tokenizers`, which is imported here only.
 *
 * @param why - What kept our own engine from reading it, for the note.
 */
export async function openHuggingFace(
  file: TokenizerJson,
  config: Part,
  name: string,
  why: string,
): Promise<StreamingEncoding> {
  const { model, added_tokens, normalizer, pre_tokenizer, decoder } = file;
  assertHarmless(file, new Set([model['vocab'], model['merges'], added_tokens]), assertSafeStep);
  assertShortSteps(normalizer, 'normalizers');
  assertShortSteps(pre_tokenizer, 'pretokenizers');
  assertShortSteps(decoder, 'decoders');
  assertFollowed(model);
  assertKnowsUnknown(file);
  const { Tokenizer } = await import('@huggingface/tokenizers');
  // No post-processor: what it puts around a text is not counted.
  const whole = { ...file, pre_tokenizer: unicodeWords(pre_tokenizer), post_processor: null };
  // Where a vocabulary is words only, the library looks for the unknown one in the config.
  const settings = { ...config, target_lang: null, unk_token: model['unk_token'] };
  const controls = file.added_tokens.filter(isControl).length;
  const parts = {
    name,
    note: `Counted by @huggingface/tokenizers: ${why}.${controls > 0 ? ` Control tokens (${controls}) are text by default.` : ''}`,
    vocabSize: highestId(file) + 1,
    spelling: spellingOf(file),
    added: new Map(file.added_tokens.map(({ id, content }) => [id, content])),
  };
  try {
    const text = pieceByPiece(new Tokenizer(withoutControls(whole), settings), pre_tokenizer);
    const special = pieceByPiece(new Tokenizer(whole, settings), pre_tokenizer);
    text.encode('a', { add_special_tokens: false }); // so that a broken part shows here
    return new HuggingFaceEncoding({ ...parts, text, special });
  } catch {
    throw new PromptCostError(
      'unsupported-encoding',
      `The tokenizer.json cannot be used: ${why}, and @huggingface/tokenizers cannot read one of its parts.`,
    );
  }
}

/** The file for texts in which no control token is meant: they are neither looked for nor tokens of the model, but for the unknown one. */
function withoutControls(file: TokenizerJson): TokenizerJson {
  const controls = new Set(file.added_tokens.filter(isControl).map(({ content }) => content));
  const added_tokens = file.added_tokens.filter(({ content }) => !controls.has(content));
  const { model } = file;
  const vocab =
    model.type === 'Unigram'
      ? // Ids are places there, so that a token can but be given a name that no text has.
        (model['vocab'] as readonly [string, number][]).map(([text, score], id) =>
          controls.has(text) ? [`\u{10ffff}${id}\u{10ffff}`, score] : [text, score],
        )
      : Object.fromEntries(
          Object.entries(model['vocab'] as Part).filter(
            ([text]) => !controls.has(text) || text === model['unk_token'],
          ),
        );
  return { ...file, added_tokens, model: { ...model, vocab } as Model };
}

/** Refuses what the fallback would read wrong without a word, or never end with. */
function assertFollowed(model: Model): void {
  const { type, continuing_subword_prefix: prefix, end_of_word_suffix: suffix } = model;
  if (type === 'BPE' && prefix)
    throw refusedFile('its BPE has a prefix for the rest of a word, which no engine here follows');
  for (const mark of [prefix, suffix])
    if (typeof mark === 'string' && mark.length > LONGEST_MARK)
      throw refusedFile(`its prefix or suffix of a word has ${mark.length} characters`);
  const { max_input_chars_per_word: longest = 100 } = model;
  if (!Number.isInteger(longest) || (longest as number) < 0 || (longest as number) > LONGEST_WORD)
    throw refusedFile(`its max_input_chars_per_word is no whole number up to ${LONGEST_WORD}`);
  if (type !== 'Unigram') return;
  const vocab = model['vocab'] as readonly (readonly [string, number])[];
  const length = vocab.reduce((sum, [text]) => sum + text.length, 0);
  if (length > MOST_UNIGRAM_LENGTH)
    throw refusedFile(`its tokens have ${length} characters, more than ${MOST_UNIGRAM_LENGTH}`);
}

function highestId({ model, added_tokens }: TokenizerJson): number {
  const vocab = model['vocab'] as readonly unknown[] | Readonly<Record<string, number>>;
  let highest = 0;
  if (Array.isArray(vocab)) highest = vocab.length - 1;
  else for (const id of Object.values(vocab as Record<string, number>)) highest = Math.max(highest, id);
  for (const { id } of added_tokens) highest = Math.max(highest, id);
  return highest;
}
