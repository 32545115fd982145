import { PromptCostError } from '../../errors/index.js';
import { damaged } from './damaged.js';
import { MAGIC, type VocabularyHeader } from './header.js';
import { isHeader } from './is-header.js';
import { BLOCK, PADDING, type Vocabulary, type VocabularyFacts } from './vocabulary.js';

const PREFIX = 8;
const ROOM = 32; // bytes a token, at first: several times what tokens of any vocabulary take on average

/** A compact vocabulary whose tokens are still packed: what it says of itself, and where in the file the rest stands. */
export interface PackedVocabulary extends VocabularyFacts {
  readonly file: Uint8Array;
  /** By rank: 1 for a token without a pair. */
  readonly literal: Uint8Array;
  readonly literalsAt: number;
  readonly planesAt: number;
  /** Number of tokens with a pair. */
  readonly pairs: number;
}

/**
 * Reads the header of a compact vocabulary (tokenizers/README.md describes the bytes).
 *
 * @param file - The whole file.
 */
export function openVocabulary(file: Uint8Array): PackedVocabulary {
  const header = readHeader(file);
  const { size } = header;
  const machine = machineAt(file);
  const literalsAt = machine + header.machineBytes;
  const planesAt = literalsAt + header.literalBytes;
  const literal = new Uint8Array(size);
  let pairs = size;
  for (const [first, count] of header.literals) {
    literal.fill(1, first, first + count);
    pairs -= count;
  }
  if (file.length !== planesAt + 6 * pairs || !areLiterals(file, literalsAt, planesAt, size - pairs)) {
    throw damaged(header.name);
  }
  return {
    name: header.name,
    size,
    vocabSize: header.vocabSize,
    idRuns: header.ids,
    specials: new Map(Object.entries(header.specials)),
    machine: file.slice(machine, literalsAt),
    normalizer: header.normalizer,
    characters: header.characters,
    wholePieces: header.wholePieces,
    backtracks: header.backtracks,
    maxTokenBytes: header.maxTokenBytes,
    file,
    literal,
    literalsAt,
    planesAt,
    pairs,
  };
}

/** A whole compact vocabulary, unpacked. */
export function readVocabulary(file: Uint8Array): Vocabulary {
  return unpackVocabulary(openVocabulary(file));
}

/** Unpacks the tokens. */
export function unpackVocabulary(packed: PackedVocabulary): Vocabulary {
  const { file, literal, literalsAt, planesAt, pairs, ...facts } = packed;
  const { size, maxTokenBytes } = facts;
  const starts = new Uint32Array(size + 1);
  const lefts = new Int32Array(size).fill(-1);
  const rights = new Int32Array(size).fill(-1);
  const spelled = new Uint8Array(size * Math.min(maxTokenBytes, ROOM) + maxTokenBytes + PADDING);
  const length = spell(literal, file, literalsAt, planesAt, pairs, starts, lefts, rights, spelled);
  // A longest token of another length than the header says would not be found.
  if (length < 0 || starts.some((end, rank) => end - starts[rank - 1]! > maxTokenBytes)) {
    throw damaged(facts.name);
  }
  for (const [first, count] of facts.characters?.blocks ?? []) lefts.fill(BLOCK, first, first + count);
  return { ...facts, bytes: spelled.slice(0, length + PADDING), starts, lefts, rights };
}

function readHeader(file: Uint8Array): VocabularyHeader {
  const magic = String.fromCharCode(...file.subarray(0, 4));
  if (magic !== MAGIC) {
    throw new PromptCostError('unsupported-encoding', 'This is no compact vocabulary.');
  }
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(file.subarray(PREFIX, machineAt(file))));
  } catch {} // below: its own message would quote the file
  if (isHeader(header)) return header;
  throw damaged();
}

/** Where the header ends. */
function machineAt(file: Uint8Array): number {
  return PREFIX + (file.length < PREFIX ? 0 : new DataView(file.buffer, file.byteOffset).getUint32(4, true));
}

/**
 * Whether the literals fill their part, and the 256 single bytes are among them: without one of those some text would have no tokens.
 *
 * @param count - How many there are.
 */
function areLiterals(file: Uint8Array, from: number, to: number, count: number): boolean {
  const bytes = new Set<number>();
  let at = from;
  for (let left = count; left > 0; left--) {
    const length = at < to ? file[at]! : 0;
    if (length === 0) return false;
    if (length === 1) bytes.add(file[at + 1]!);
    at += 1 + length;
  }
  return at === to && bytes.size === 256;
}

/**
 * Spells each token into `bytes`: its own bytes, or those of its pair. Returns how many bytes all take.
 *
 * Bytes are copied four at a time; what is copied too much is overwritten by what comes next. Returns -1 when a pair names a token
 * of no lower rank, or the bytes do not fit.
 */
function spell(
  literal: Uint8Array,
  file: Uint8Array,
  literalsAt: number,
  planesAt: number,
  pairs: number,
  starts: Uint32Array,
  lefts: Int32Array,
  rights: Int32Array,
  bytes: Uint8Array,
): number {
  const view = new DataView(bytes.buffer);
  let from = literalsAt;
  let pair = planesAt;
  let to = 0;
  for (let rank = 0; rank < literal.length; rank++) {
    if (literal[rank] === 1) {
      const length = file[from++]!;
      for (let i = 0; i < length; i++) bytes[to++] = file[from++]!;
    } else {
      const left = rankAt(file, pair, pairs);
      const right = rankAt(file, pair + 3 * pairs, pairs);
      if (left >= rank || right >= rank) return -1;
      const leftStart = starts[left]!;
      const rightStart = starts[right]!;
      const leftLength = starts[left + 1]! - leftStart;
      const rightLength = starts[right + 1]! - rightStart;
      if (to + leftLength + rightLength + PADDING > bytes.length) return -1;
      for (let i = 0; i < leftLength; i += 4) view.setInt32(to + i, view.getInt32(leftStart + i));
      to += leftLength;
      for (let i = 0; i < rightLength; i += 4) view.setInt32(to + i, view.getInt32(rightStart + i));
      to += rightLength;
      lefts[rank] = left;
      rights[rank] = right;
      pair++;
    }
    starts[rank + 1] = to;
  }
  if (to + PADDING > bytes.length) return -1;
  bytes.fill(0, to, to + PADDING);
  return to;
}

/** The rank whose three bytes stand at `at` in three planes of `plane` bytes, high byte first. */
function rankAt(planes: Uint8Array, at: number, plane: number): number {
  return (planes[at]! << 16) | (planes[at + plane]! << 8) | planes[at + 2 * plane]!;
}
