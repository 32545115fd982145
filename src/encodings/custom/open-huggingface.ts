import { PromptCostError } from '../../errors/index.js';
import type { StreamingEncoding } from '../../tokenize/index.js';
import { isControl } from './added-tokens.js';
import { assertHarmless, assertSafeStep } from './assert-harmless.js';
import { HuggingFaceEncoding } from './huggingface-encoding.js';
import { refusedFile } from './refused-file.js';
import { spellingOf } from './token-bytes.js';
import type { Model, Part, TokenizerJson } from './tokenizer-json.js';

const LONGEST_WORD = 1_000; // characters of a word that WordPiece looks up; the time grows with the cube

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
  assertFollowed(file);
  const { model, added_tokens } = file;
  assertHarmless(file, new Set([model['vocab'], model['merges'], added_tokens]), assertSafeStep);
  const { Tokenizer } = await import('@huggingface/tokenizers');
  const whole = { post_processor: null, ...file };
  const controls = file.added_tokens.filter(isControl).length;
  const parts = {
    name,
    note: `Counted by @huggingface/tokenizers: ${why}.${controls > 0 ? ` Control tokens (${controls}) are text by default.` : ''}`,
    vocabSize: highestId(file) + 1,
    spelling: spellingOf(file),
    added: new Map(file.added_tokens.map(({ id, content }) => [id, content])),
  };
  try {
    const text = new Tokenizer(withoutControls(whole), config);
    const special = new Tokenizer(whole, config);
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
function assertFollowed({ model }: TokenizerJson): void {
  if (model.type === 'BPE' && model['continuing_subword_prefix'])
    throw refusedFile('its BPE has a prefix for the rest of a word, which no engine here follows');
  const { max_input_chars_per_word: longest = 100, unk_id: unknown = null } = model;
  if (!Number.isInteger(longest) || (longest as number) < 0 || (longest as number) > LONGEST_WORD)
    throw refusedFile(`its max_input_chars_per_word is no whole number up to ${LONGEST_WORD}`);
  const size = model.type === 'Unigram' ? (model['vocab'] as readonly unknown[]).length : 0;
  if (
    unknown !== null &&
    !(Number.isInteger(unknown) && (unknown as number) >= 0 && (unknown as number) < size)
  )
    throw refusedFile('its unk_id is no token');
}

function highestId({ model, added_tokens }: TokenizerJson): number {
  const vocab = model['vocab'] as readonly unknown[] | Readonly<Record<string, number>>;
  let highest = 0;
  if (Array.isArray(vocab)) highest = vocab.length - 1;
  else for (const id of Object.values(vocab as Record<string, number>)) highest = Math.max(highest, id);
  for (const { id } of added_tokens) highest = Math.max(highest, id);
  return highest;
}
