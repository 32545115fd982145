import { PromptCostError } from '../../errors/index.js';
import { PADDING, type Vocabulary } from './vocabulary.js';

const MAGIC = 'PCV1';
const PREFIX = 8;

interface Header {
  readonly name: string;
  readonly size: number;
  readonly literals: readonly (readonly [number, number])[];
  readonly literalBytes: number;
  readonly ids: readonly (readonly [number, number])[];
  readonly vocabSize: number;
  readonly specials: Readonly<Record<string, number>>;
  readonly pattern: string;
  readonly normalizer: 'nfc' | null;
  readonly merges: 'bytes' | 'pairs';
  readonly wholePieces: boolean;
  readonly backtracks: boolean;
  readonly maxTokenBytes: number;
}

/**
 * Unpacks a compact vocabulary (tokenizers/README.md describes the bytes).
 *
 * @param file - The whole file.
 */
export function readVocabulary(file: Uint8Array): Vocabulary {
  const header = readHeader(file);
  const { size } = header;
  const literalsAt = PREFIX + new DataView(file.buffer, file.byteOffset).getUint32(4, true);
  const planesAt = literalsAt + header.literalBytes;
  const literal = new Uint8Array(size);
  let pairs = size;
  for (const [first, count] of header.literals) {
    literal.fill(1, first, first + count);
    pairs -= count;
  }
  if (file.length !== planesAt + 6 * pairs) {
    throw new PromptCostError(
      'unsupported-encoding',
      `The vocabulary ${header.name} is damaged: ${file.length} bytes where ${planesAt + 6 * pairs} belong. Install it again.`,
    );
  }
  const planes = file.subarray(planesAt);
  const starts = new Uint32Array(size + 1);
  const splits = new Uint8Array(size);
  measure(literal, file, literalsAt, planes, pairs, starts, splits);
  const bytes = new Uint8Array(starts[size]! + PADDING);
  spell(literal, file, literalsAt, planes, pairs, starts, bytes);
  return {
    name: header.name,
    size,
    vocabSize: header.vocabSize,
    bytes,
    starts,
    splits,
    idRuns: header.ids,
    specials: new Map(Object.entries(header.specials)),
    pattern: header.pattern,
    normalizer: header.normalizer,
    ownPairsOnly: header.merges === 'pairs',
    wholePieces: header.wholePieces,
    backtracks: header.backtracks,
    maxTokenBytes: header.maxTokenBytes,
  };
}

function readHeader(file: Uint8Array): Header {
  const magic = String.fromCharCode(...file.subarray(0, 4));
  if (magic !== MAGIC) {
    throw new PromptCostError(
      'unsupported-encoding',
      `Not a compact vocabulary: it begins with other bytes than ${MAGIC}.`,
    );
  }
  const length = new DataView(file.buffer, file.byteOffset).getUint32(4, true);
  return JSON.parse(new TextDecoder().decode(file.subarray(PREFIX, PREFIX + length))) as Header;
}

/** Where each token begins, and how long the left half of its pair is. */
function measure(
  literal: Uint8Array,
  file: Uint8Array,
  literalsAt: number,
  planes: Uint8Array,
  pairs: number,
  starts: Uint32Array,
  splits: Uint8Array,
): void {
  let at = literalsAt;
  let start = 0;
  let pair = 0;
  for (let rank = 0; rank < literal.length; rank++) {
    starts[rank] = start;
    if (literal[rank] === 1) {
      start += file[at]!;
      at += file[at]! + 1;
    } else {
      const left = rankAt(planes, pair, pairs);
      const right = rankAt(planes, pair + 3 * pairs, pairs);
      const leftLength = starts[left + 1]! - starts[left]!;
      splits[rank] = leftLength;
      start += leftLength + starts[right + 1]! - starts[right]!;
      pair++;
    }
    starts[rank + 1] = start;
  }
}

/** The bytes of each token: its own, or those of its pair. */
function spell(
  literal: Uint8Array,
  file: Uint8Array,
  literalsAt: number,
  planes: Uint8Array,
  pairs: number,
  starts: Uint32Array,
  bytes: Uint8Array,
): void {
  let at = literalsAt;
  let to = 0;
  let pair = 0;
  for (let rank = 0; rank < literal.length; rank++) {
    if (literal[rank] === 1) {
      const stop = at + 1 + file[at]!;
      for (at++; at < stop; at++) bytes[to++] = file[at]!;
    } else {
      const left = rankAt(planes, pair, pairs);
      const right = rankAt(planes, pair + 3 * pairs, pairs);
      for (let from = starts[left]!; from < starts[left + 1]!; from++) bytes[to++] = bytes[from]!;
      for (let from = starts[right]!; from < starts[right + 1]!; from++) bytes[to++] = bytes[from]!;
      pair++;
    }
  }
}

/** The rank whose three bytes stand at `at` in three planes of `plane` bytes, high byte first. */
function rankAt(planes: Uint8Array, at: number, plane: number): number {
  return (planes[at]! << 16) | (planes[at + plane]! << 8) | planes[at + 2 * plane]!;
}
