import { PromptCostError } from '../../errors/index.js';
import { bytesOfByteLevel } from './byte-level.js';
import type { Vocabulary } from './vocabulary.js';

/** The parts of a `tokenizer.json` that say what a byte-level vocabulary is. */
export interface ByteLevelJson {
  readonly added_tokens: readonly { readonly id: number; readonly content: string }[];
  readonly model: {
    readonly vocab: Readonly<Record<string, number>>;
    readonly merges: readonly (string | readonly [string, string])[];
  };
}

/**
 * The vocabulary in a byte-level BPE `tokenizer.json`.
 *
 * The file has no ranks: the base symbols come first, in order of id, then each token where a merge first makes it. Control tokens are
 * left out of the tokens even where the model's own vocabulary lists them too, as DeepSeek's ids 0 to 2.
 */
export function readByteLevelJson(
  { added_tokens, model }: ByteLevelJson,
  normalizer: Vocabulary['normalizer'],
): Vocabulary {
  const specials = Object.fromEntries(added_tokens.map(({ content, id }) => [content, id]));
  const idOf = new Map(
    Object.entries(model.vocab)
      .filter(([text]) => !Object.hasOwn(specials, text))
      .sort(([, a], [, b]) => a - b)
      .map(([text, id]) => [bytesOfByteLevel(text), id]),
  );
  const merges = model.merges.map((merge): readonly [string, string] => {
    const [left, right] = typeof merge === 'string' ? (merge.split(' ') as [string, string]) : merge;
    return [bytesOfByteLevel(left), bytesOfByteLevel(right)];
  });

  // A Set keeps the order of first insertion.
  const made = new Set(merges.map(([left, right]) => left + right));
  const base = [...idOf.keys()].filter((token) => !made.has(token));
  const tokens = [...base, ...made];
  const ids = tokens.map((token) => {
    const id = idOf.get(token);
    if (id === undefined)
      throw new PromptCostError('unsupported-encoding', 'A merge makes what is no token.');
    return id;
  });
  return { tokens, ids, specials, normalizer, merges };
}
