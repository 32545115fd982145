import { broken, type Field, fieldsOf, valueAs } from './protobuf.js';
import { MOST_TOKENS } from './vocabulary-limits.js';

/** What a piece is for, as the file's numbers have it. */
const KINDS = ['', 'normal', 'unknown', 'control', 'user-defined', 'unused', 'byte'] as const;

/** A token of a SentencePiece model. Its id is its place in the file. */
export interface Piece {
  /** With U+2581 for a space. */
  readonly text: string;
  /** Higher merges first. */
  readonly score: number;
  readonly kind: Exclude<(typeof KINDS)[number], ''>;
}

/** The parts of a SentencePiece model that say how text is cut. */
export interface Model {
  readonly pieces: readonly Piece[];
  /** 1 Unigram, 2 BPE, 3 words, 4 characters. */
  readonly type: number;
  readonly hasByteFallback: boolean;
  readonly hasSpaceAsSuffix: boolean;
  readonly hasPrefix: boolean;
  readonly removesSpaces: boolean;
  readonly escapesSpaces: boolean;
  /** Whether text, or text that was decoded, is rewritten by a table. */
  readonly rewrites: boolean;
}

// Numbers of fields: sentencepiece_model.proto.
const MODEL = { pieces: 1, trainer: 2, normalizer: 3, denormalizer: 5 } as const;
const PIECE = { text: 1, score: 2, kind: 3 } as const;
const TRAINER = { type: 3, spaceAsSuffix: 24, byteFallback: 35 } as const;
const NORMALIZER = { table: 2, addsPrefix: 3, removesSpaces: 4, escapesSpaces: 5, rules: 6 } as const;

/** Reads a `.model` file. What it leaves out has the value that the format says it has then. */
export function readModel(file: Uint8Array): Model {
  const pieces: Piece[] = [];
  let trainer: readonly Field[] = [];
  let normalizer: readonly Field[] = [];
  let denormalizer: readonly Field[] = [];
  for (const field of fieldsOf(file)) {
    if (field.number === MODEL.pieces) {
      if (pieces.length === MOST_TOKENS) throw broken(`it has more than ${MOST_TOKENS} tokens`);
      pieces.push(pieceOf(valueAs(field, 'bytes'), pieces.length));
    } else if (field.number === MODEL.trainer) trainer = [...fieldsOf(valueAs(field, 'bytes'))];
    else if (field.number === MODEL.normalizer) normalizer = [...fieldsOf(valueAs(field, 'bytes'))];
    else if (field.number === MODEL.denormalizer) denormalizer = [...fieldsOf(valueAs(field, 'bytes'))];
  }
  if (pieces.length === 0) throw broken('it has no tokens');
  return {
    pieces,
    type: lastNumber(trainer, TRAINER.type, 1),
    hasByteFallback: lastNumber(trainer, TRAINER.byteFallback, 0) !== 0,
    hasSpaceAsSuffix: lastNumber(trainer, TRAINER.spaceAsSuffix, 0) !== 0,
    hasPrefix: lastNumber(normalizer, NORMALIZER.addsPrefix, 1) !== 0,
    removesSpaces: lastNumber(normalizer, NORMALIZER.removesSpaces, 1) !== 0,
    escapesSpaces: lastNumber(normalizer, NORMALIZER.escapesSpaces, 1) !== 0,
    rewrites: [...normalizer, ...denormalizer].some(
      (field) =>
        (field.number === NORMALIZER.table || field.number === NORMALIZER.rules) &&
        valueAs(field, 'bytes').length > 0,
    ),
  };
}

function pieceOf(message: Uint8Array, id: number): Piece {
  let text = '';
  let score = 0;
  let kind: number = KINDS.indexOf('normal');
  for (const field of fieldsOf(message)) {
    if (field.number === PIECE.text) text = textOf(valueAs(field, 'bytes'), id);
    else if (field.number === PIECE.score) score = floatOf(valueAs(field, 'fixed32'));
    else if (field.number === PIECE.kind) kind = valueAs(field, 'varint');
  }
  const named = KINDS[kind];
  if (!named) throw broken(`the token ${id} is of kind ${kind}`);
  if (text === '') throw broken(`the token ${id} is empty`);
  if (!Number.isFinite(score)) throw broken(`the token ${id} has the score ${score}`);
  return { text, score, kind: named };
}

/** A field that stands several times counts as it does the last time. */
function lastNumber(fields: readonly Field[], number: number, otherwise: number): number {
  const field = fields.findLast((each) => each.number === number);
  return field ? valueAs(field, 'varint') : otherwise;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array, id: number): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw broken(`the token ${id} is no UTF-8`);
  }
}

function floatOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true);
}
