import { PromptCostError } from '../../errors/index.js';
import { assertTogether } from './assert-together.js';
import { runsOf } from './runs.js';
import { spaceRuns } from './space-runs.js';
import { utf8Bytes } from './utf8-bytes.js';
import type { Vocabulary } from './vocabulary.js';

const MARK = '\u2581';

/** A byte-pair vocabulary of SentencePiece as its file has it, U+2581 for a space. */
export interface CharacterSource {
  /** Token → id, without control tokens. */
  readonly ids: ReadonlyMap<string, number>;
  /** Merges in order of priority. */
  readonly merges: readonly (readonly [left: string, right: string])[];
  /** Control tokens: text → id. */
  readonly specials: Readonly<Record<string, number>>;
  /** Tokens found in the text before anything merges. */
  readonly blocks: readonly string[];
  readonly prefix: '' | ' ';
}

/**
 * The vocabulary in the order our merging wants it: the 256 bytes, the characters, the blocks, and each other token where a merge first
 * makes it. Spaces stand for their marks.
 *
 * Refuses what this order cannot express: a merge list that returns to a token after others, except where no text can tell.
 */
export function characterVocabulary(source: CharacterSource): Vocabulary {
  const { ids, specials, prefix } = source;
  const byteIds = byteIdsOf(ids);
  const runs = spaceRuns(source);
  const blocks = source.blocks.filter((text) => runs.areBlocks || !isRun(text));
  if (prefix !== '' && blocks.length > 0)
    throw unsupported('it has both a prefix and tokens found in the text');
  const isBlock = new Set(blocks);
  const made = new Set(
    source.merges.map(([left, right]) => left + right).filter((text) => !isBlock.has(text)),
  );
  assertTogether(source.merges, (text) => isBlock.has(text) || (runs.areByRank && isRun(text)));

  const bytes = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));
  const characters = [...ids.keys()].filter(
    (text) => !made.has(text) && !isBlock.has(text) && [...text].length === 1,
  );
  const wide = characters.map(spelled).filter((text) => text.length > 1);
  const longBlocks = blocks.map(spelled).filter((text) => text.length > 1);
  const tokens = [...bytes, ...wide, ...longBlocks, ...[...made].map(spelled)];
  const idOf = new Map([...ids].map(([text, id]) => [spelled(text), id]));
  const tokenIds = tokens.map((token, rank) => {
    const id = (rank < 128 || rank > 255 ? idOf.get(token) : undefined) ?? byteIds[rank];
    if (id === undefined) throw unsupported('a merge makes what is no token');
    return id;
  });
  const used = new Set(tokenIds);
  const isByte = new Set(byteIds);
  const shortBlocks = blocks.map(spelled).filter((text) => text.length === 1);
  const firstLong = 256 + wide.length;
  const blockRanks = [
    ...shortBlocks.map((text) => text.charCodeAt(0)),
    ...longBlocks.map((_, index) => firstLong + index),
  ];
  return {
    tokens,
    ids: tokenIds,
    specials,
    normalizer: null,
    merges: source.merges.map(([left, right]): [string, string] => [spelled(left), spelled(right)]),
    characters: {
      prefix,
      byteIds: runsOf(byteIds),
      blocks: runsOf(blockRanks),
      markRuns: Math.max(0, ...source.blocks.filter(isRun).map((text) => text.length)),
      silent: Object.fromEntries([...ids].filter(([, id]) => !used.has(id) && !isByte.has(id))),
    },
  };
}

/** A token's bytes as ours has it, one character a byte. */
function spelled(text: string): string {
  return utf8Bytes(text.replaceAll(MARK, ' '));
}

function isRun(text: string): boolean {
  return text.replaceAll(MARK, '') === '';
}

/** The id of each byte: that of its byte token, or of the character it is where a vocabulary has left the byte token out. */
function byteIdsOf(ids: ReadonlyMap<string, number>): number[] {
  return Array.from({ length: 256 }, (_, byte) => {
    const name = `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`;
    const id = ids.get(name) ?? (byte < 128 ? ids.get(String.fromCharCode(byte)) : undefined);
    if (id === undefined) throw unsupported(`it lacks the byte token ${name}`);
    return id;
  });
}

function unsupported(why: string): PromptCostError {
  return new PromptCostError(
    'unsupported-encoding',
    `The vocabulary is not one this engine can merge: ${why}.`,
  );
}
