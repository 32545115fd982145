import { PromptCostError } from '../../errors/index.js';
import { joinBytes, MAGIC, type VocabularyHeader } from '../../tokenize/index.js';
import type { Compact } from './compact.js';
import { runsOf } from './runs.js';
import type { Vocabulary } from './vocabulary.js';

/** What a compact vocabulary says that its tokens do not. */
export interface Description {
  /** The encoding's name: `o200k_base`. */
  readonly name: string;
  /** The pre-tokenizer's pattern; empty where merging runs through a whole text. */
  readonly pattern: string;
  /** True where the reference looks a whole piece up before it merges. */
  readonly wholePieces: boolean;
  /** What the pattern compiles to (`compilePattern`), where there is one. */
  readonly machine?: Uint8Array | undefined;
}

/** The compact vocabulary as `tokenizers/README.md` lays it out. */
export function writeBytes(
  { name, pattern, wholePieces, machine = new Uint8Array(0) }: Description,
  { tokens, ids, specials, normalizer, characters }: Vocabulary,
  { pairs, unreachable }: Compact,
): Uint8Array {
  const literalRanks = [...pairs.keys()].filter((rank) => pairs[rank] === undefined);
  const literals = literalsOf(literalRanks.map((rank) => tokens[rank]!));
  const header: VocabularyHeader = {
    name,
    size: tokens.length,
    literals: runsOf(literalRanks),
    literalBytes: literals.length,
    ids: runsOf(ids),
    vocabSize: largest([...Object.values(specials), ...Object.values(characters?.silent ?? {}), ...ids]) + 1,
    specials,
    pattern,
    machineBytes: machine.length,
    normalizer,
    ...(characters && { characters }),
    wholePieces,
    backtracks: unreachable.length === 0,
    maxTokenBytes: largest(tokens.map((token) => token.length)),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = new Uint8Array(8);
  start.set(new TextEncoder().encode(MAGIC));
  new DataView(start.buffer).setUint32(4, json.length, true);
  return joinBytes([start, json, machine, literals, planesOf(pairs)]);
}

/** By a loop: a call with a million arguments overflows the stack. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** Each token after its length. */
function literalsOf(tokens: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(tokens.reduce((sum, token) => sum + 1 + token.length, 0));
  let at = 0;
  for (const token of tokens) {
    if (token.length > 255) {
      throw new PromptCostError(
        'unsupported-encoding',
        `A token of ${token.length} bytes that no merge makes: this format holds at most 255 of them.`,
      );
    }
    bytes[at++] = token.length;
    for (let index = 0; index < token.length; index++) bytes[at++] = token.charCodeAt(index);
  }
  return bytes;
}

function planesOf(pairs: Compact['pairs']): Uint8Array {
  const present = pairs.filter((pair) => pair !== undefined);
  const planes = new Uint8Array(6 * present.length);
  for (const [index, pair] of present.entries()) {
    for (const [side, rank] of pair.entries()) {
      for (const [plane, shift] of [16, 8, 0].entries()) {
        planes[(3 * side + plane) * present.length + index] = (rank >> shift) & 0xff;
      }
    }
  }
  return planes;
}
