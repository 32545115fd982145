import type { Compact } from './compact.js';
import { type Header, runsOf } from './header.js';
import type { Origin, Vocabulary } from './origin.js';

/** The first four bytes of every compact vocabulary, and the version of the format. */
export const MAGIC = 'PCV1';

/** The compact vocabulary as `tokenizers/README.md` lays it out. */
export function writeBytes(origin: Origin, vocabulary: Vocabulary, { pairs, unreachable }: Compact): Buffer {
  const { tokens, ids, specials, normalizer } = vocabulary;
  const literalRanks = [...pairs.keys()].filter((rank) => pairs[rank] === undefined);
  const literals = Buffer.concat(literalRanks.map((rank) => lengthPrefixed(tokens[rank]!)));
  const header: Header = {
    name: origin.name,
    size: tokens.length,
    literals: runsOf(literalRanks),
    literalBytes: literals.length,
    ids: runsOf(ids),
    vocabSize: Math.max(0, ...Object.values(specials), ...lastIds(ids)) + 1,
    specials,
    pattern: origin.pattern,
    normalizer,
    wholePieces: origin.wholePieces,
    backtracks: unreachable.length === 0,
    maxTokenBytes: tokens.reduce((longest, token) => Math.max(longest, token.length), 0),
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([Buffer.from(MAGIC), length, json, literals, planesOf(pairs)]);
}

/** The last id of each run: the highest id is among them. */
function lastIds(ids: readonly number[]): number[] {
  return runsOf(ids).map(([first, count]) => first + count - 1);
}

function lengthPrefixed(token: string): Buffer {
  if (token.length > 255)
    throw new Error(`A literal of ${token.length} bytes: its length does not fit one byte.`);
  return Buffer.from(String.fromCharCode(token.length) + token, 'latin1');
}

function planesOf(pairs: Compact['pairs']): Buffer {
  const present = pairs.filter((pair) => pair !== undefined);
  const planes = Buffer.alloc(6 * present.length);
  for (const [index, pair] of present.entries()) {
    for (const [side, rank] of pair.entries()) {
      for (const [plane, shift] of [16, 8, 0].entries()) {
        planes[(3 * side + plane) * present.length + index] = (rank >> shift) & 0xff;
      }
    }
  }
  return planes;
}
