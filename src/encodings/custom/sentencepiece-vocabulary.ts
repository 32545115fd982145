import { PromptCostError, shown } from '../../errors/index.js';
import { characterVocabulary } from '../compile/character-vocabulary.js';
import { numbersOf } from '../compile/runs.js';
import type { Vocabulary } from '../compile/vocabulary.js';
import type { Model, Piece } from './read-model.js';
import { scoredMerges } from './scored-merges.js';

const MARK = '\u2581';
const BYTES = 256;

/** The vocabulary of a SentencePiece model, or an error that names what this engine does not do exactly as SentencePiece does. */
export function sentencePieceVocabulary(model: Model): Vocabulary {
  assertSupported(model);
  const found = model.pieces.filter(isReachable);
  const blocks = found.filter(({ kind }) => kind === 'user-defined').map(({ text }) => text);
  const normal = found.filter(({ kind }) => kind === 'normal');
  assertPieces(normal, blocks, model.hasPrefix);
  const ids = new Map(model.pieces.map(({ text }, id) => [text, id]));
  const specials = new Map(
    [...ids].filter((_, id) => ['unknown', 'control'].includes(model.pieces[id]!.kind)),
  );
  const unreachable = new Map([...ids].filter(([, id]) => !isReachable(model.pieces[id]!)));
  const vocabulary = characterVocabulary({
    ids: new Map([...ids].filter(([text]) => !specials.has(text) && !unreachable.has(text))),
    merges: scoredMerges(withoutBlocks(normal, blocks)),
    specials: Object.fromEntries(specials),
    blocks,
    // SentencePiece puts it before the whole text, and no block holds a space: it is never part of one.
    prefix: '',
  });
  const characters = vocabulary.characters!;
  if (numbersOf(characters.blocks).length !== blocks.length) {
    throw unsupported('it finds runs of spaces in the text, and other tokens join them');
  }
  return {
    ...vocabulary,
    // The score of what is made decides, whatever it is made of.
    merges: undefined,
    // A mark in the text is a space to SentencePiece, in runs, too.
    characters: {
      ...characters,
      prefix: model.hasPrefix ? ' ' : '',
      markRuns: 0,
      silent: { ...characters.silent, ...Object.fromEntries(unreachable) },
    },
  };
}

function assertSupported(model: Model): void {
  if (model.type === 1) throw unsupported('it is a Unigram model');
  if (model.type !== 2) throw unsupported(`its model type is ${model.type}, not 2 (BPE)`);
  if (!model.hasByteFallback)
    throw unsupported('it has no byte_fallback: characters it lacks would be unknown');
  if (model.rewrites) throw unsupported('its normalizer is not the identity');
  if (model.removesSpaces) throw unsupported('it has remove_extra_whitespaces');
  if (!model.escapesSpaces) throw unsupported('its escape_whitespaces is off');
  if (model.hasSpaceAsSuffix) throw unsupported('it has treat_whitespace_as_suffix');
  const counts = new Map<string, number>();
  for (const { kind } of model.pieces) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (counts.has('unused')) throw unsupported(`it has ${counts.get('unused')} unused tokens`);
  if (counts.get('byte') !== BYTES)
    throw unsupported(`it has ${counts.get('byte') ?? 0} byte tokens, not 256`);
  const seen = new Set<string>();
  for (const { text } of model.pieces) {
    if (seen.has(text)) throw unsupported(`the token ${shown(text)} stands in it twice`);
    seen.add(text);
  }
}

function assertPieces(normal: readonly Piece[], blocks: readonly string[], hasPrefix: boolean): void {
  const characters = new Set(
    [...normal.map(({ text }) => text), ...blocks].filter((text) => [...text].length === 1),
  );
  if (!characters.has(MARK)) throw unsupported('the space is no token');
  const marked = hasPrefix ? blocks.find((text) => text.includes(MARK)) : undefined;
  if (marked !== undefined) {
    throw unsupported(
      `it has add_dummy_prefix, and finds ${shown(marked)}, which holds a space, in the text`,
    );
  }
  // SentencePiece would join a character that is no token; here it falls to its bytes before.
  for (const { text } of normal) {
    const lone = [...text].find((character) => !characters.has(character));
    if (lone !== undefined)
      throw unsupported(`${shown(lone)}, of the token ${shown(text)}, is no token itself`);
  }
}

/**
 * Whether a text can make the token. SentencePiece writes U+2581 for every space before it looks for tokens (`escape_whitespaces`),
 * also where a user-defined token matched, so one that holds a space itself is never found. Grok-1 has 15, runs of 2 to 16.
 */
function isReachable({ text, kind }: Piece): boolean {
  return !((kind === 'normal' || kind === 'user-defined') && text.includes(' '));
}

/** What merging can make: a token that holds a block is never made, as the block is found first. */
function withoutBlocks(normal: readonly Piece[], blocks: readonly string[]): readonly Piece[] {
  const known = new Set(blocks);
  const lengths = [...new Set(blocks.map((text) => text.length))];
  const holdsBlock = ({ text }: Piece): boolean =>
    lengths.some((length) => {
      for (let at = 0; at + length <= text.length; at++)
        if (known.has(text.slice(at, at + length))) return true;
      return false;
    });
  return normal.filter((piece) => !holdsBlock(piece));
}

function unsupported(why: string): PromptCostError {
  return new PromptCostError(
    'unsupported-encoding',
    `The SentencePiece model is not one this engine reads exactly: ${why}. Try its tokenizer.json with fromTokenizerJson.`,
  );
}
