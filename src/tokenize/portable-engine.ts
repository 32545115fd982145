import type { Engine } from './engine.js';
import { PieceMerger } from './merge/piece-merger.js';
import { PieceCounter } from './piece-counter.js';
import { PieceEncoder } from './piece-encoder.js';
import { readMachine } from './pretokenize/piece-machine.js';
import type { PreTokenizer } from './pretokenize/pre-tokenizer.js';
import { preTokenizer } from './pretokenize/scan.js';
import { PieceReader } from './text/piece-reader.js';
import { TokenTable } from './vocabulary/token-table.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';

/** The engine in plain TypeScript, for every runtime: the specification of the one in WebAssembly. */
export class PortableEngine implements Engine {
  readonly #vocabulary: Vocabulary;
  readonly #reader: PieceReader;
  readonly #counter: PieceCounter;
  readonly #encoder: PieceEncoder;

  constructor(
    vocabulary: Vocabulary,
    preTokenize: PreTokenizer = preTokenizer(readMachine(vocabulary.machine)),
  ) {
    const table = new TokenTable(vocabulary);
    const merger = new PieceMerger(vocabulary, table);
    this.#vocabulary = vocabulary;
    this.#reader = new PieceReader(preTokenize);
    this.#counter = new PieceCounter(vocabulary, table, merger);
    this.#encoder = new PieceEncoder(vocabulary, table, merger);
  }

  count(text: string, limit: number): number {
    const reader = this.#reader;
    const counter = this.#counter;
    reader.open(text, limit * this.#vocabulary.maxTokenBytes);
    let total = 0;
    for (let pieces = reader.read(); pieces > 0 && total <= limit; pieces = reader.read()) {
      total += counter.countBatch(reader.bytes, reader.view, reader.start, reader.ends, pieces);
    }
    return total;
  }

  countBytes(bytes: Uint8Array, isLast: boolean): number {
    const reader = this.#reader;
    const counter = this.#counter;
    reader.openBytes(bytes, isLast);
    let total = 0;
    for (let pieces = reader.read(); pieces > 0; pieces = reader.read()) {
      total += counter.countBatch(reader.bytes, reader.view, reader.start, reader.ends, pieces);
    }
    return total;
  }

  get stopped(): number {
    return this.#reader.stopped;
  }

  ranks(text: string): number[] {
    const reader = this.#reader;
    const encoder = this.#encoder;
    const ranks: number[] = [];
    reader.open(text);
    for (let pieces = reader.read(); pieces > 0; pieces = reader.read()) {
      encoder.encodeBatch(reader.bytes, reader.view, reader.start, reader.ends, pieces, ranks);
    }
    return ranks;
  }

  tokenBytes(rank: number): Uint8Array {
    const { starts, bytes } = this.#vocabulary;
    return bytes.subarray(starts[rank]!, starts[rank + 1]!);
  }
}
