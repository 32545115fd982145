import { PromptCostError } from '../../errors/index.js';
import { characterVocabulary } from './character-vocabulary.js';
import type { Vocabulary } from './vocabulary.js';

/** The parts of a `tokenizer.json` that say what a SentencePiece vocabulary is. */
export interface SentencePieceJson {
  readonly added_tokens: readonly {
    readonly id: number;
    readonly content: string;
    readonly special: boolean;
  }[];
  readonly normalizer: { readonly type: string; readonly normalizers?: readonly { readonly type: string }[] };
  readonly model: {
    readonly type: string;
    readonly byte_fallback: boolean;
    readonly vocab: Readonly<Record<string, number>>;
    readonly merges: readonly (string | readonly [string, string])[];
  };
}

/**
 * The vocabulary in a `tokenizer.json` that was made from a SentencePiece byte-pair model.
 *
 * Added tokens that the file calls special are control tokens; the others it finds in any text.
 */
export function readSentencePieceJson({ added_tokens, normalizer, model }: SentencePieceJson): Vocabulary {
  if (model.type !== 'BPE' || !model.byte_fallback) {
    throw new PromptCostError(
      'unsupported-encoding',
      'The file holds no byte-pair model with byte fallback.',
    );
  }
  const control = added_tokens.filter(({ special }) => special);
  const isControl = new Set(control.map(({ content }) => content));
  const steps = normalizer.normalizers ?? [normalizer];
  return characterVocabulary({
    ids: new Map(Object.entries(model.vocab).filter(([text]) => !isControl.has(text))),
    merges: model.merges.map((merge) =>
      typeof merge === 'string' ? (merge.split(' ') as [string, string]) : merge,
    ),
    specials: Object.fromEntries(control.map(({ content, id }) => [content, id])),
    blocks: added_tokens.filter(({ special }) => !special).map(({ content }) => content),
    prefix: steps.some(({ type }) => type === 'Prepend') ? ' ' : '',
  });
}
