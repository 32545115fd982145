import { PromptCostError } from '../errors/index.js';
import { assertLimit, assertText } from './checks.js';
import { PieceMerger } from './merge/piece-merger.js';
import { PieceCounter } from './piece-counter.js';
import { PieceEncoder } from './piece-encoder.js';
import { PRE_TOKENIZERS } from './pretokenize/index.js';
import { locateTokens } from './text/locate-tokens.js';
import { toNfc } from './text/nfc.js';
import { PieceReader } from './text/piece-reader.js';
import { SpecialTokens } from './text/special-tokens.js';
import { splitText } from './text/split-text.js';
import { truncateText } from './text/truncate-text.js';
import type { EncodeOptions, Encoding, Token } from './types.js';
import { TokenIds } from './vocabulary/token-ids.js';
import { TokenTable } from './vocabulary/token-table.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';

/** What turns text into tokens: the same for encodings that differ in their control tokens only. */
interface Machine {
  readonly reader: PieceReader;
  readonly counter: PieceCounter;
  readonly encoder: PieceEncoder;
}

function machineFor(vocabulary: Vocabulary): Machine {
  const preTokenize = PRE_TOKENIZERS.get(vocabulary.pattern);
  if (!preTokenize) {
    throw new PromptCostError(
      'unsupported-encoding',
      `${vocabulary.name} wants the pre-tokenizer "${vocabulary.pattern}", which this version lacks. Install a newer promptcost.`,
    );
  }
  const table = new TokenTable(vocabulary);
  const merger = new PieceMerger(vocabulary, table);
  return {
    reader: new PieceReader(preTokenize),
    counter: new PieceCounter(vocabulary, table, merger),
    encoder: new PieceEncoder(vocabulary, table, merger),
  };
}

/** A byte-level byte-pair encoding over one vocabulary. */
export class BpeEncoding implements Encoding {
  readonly name: string;
  readonly vocabSize: number;
  readonly engine = 'promptcost';
  readonly #vocabulary: Vocabulary;
  readonly #machine: Machine;
  readonly #ids: TokenIds;
  readonly #specials: SpecialTokens;

  /** @param machine - Of another encoding with the same tokens, to share its tables and caches. */
  private constructor(vocabulary: Vocabulary, machine: Machine) {
    this.name = vocabulary.name;
    this.vocabSize = vocabulary.vocabSize;
    this.#vocabulary = vocabulary;
    this.#machine = machine;
    this.#ids = new TokenIds(vocabulary);
    this.#specials = new SpecialTokens(vocabulary.specials);
  }

  static of(vocabulary: Vocabulary): BpeEncoding {
    return new BpeEncoding(vocabulary, machineFor(vocabulary));
  }

  /** The same tokens under another name and with other control tokens. */
  withSpecials(name: string, specials: ReadonlyMap<string, number>): BpeEncoding {
    const vocabSize = Math.max(this.#vocabulary.size, ...[...specials.values()].map((id) => id + 1));
    return new BpeEncoding({ ...this.#vocabulary, name, specials, vocabSize }, this.#machine);
  }

  count(text: string, options?: EncodeOptions): number {
    assertText(text);
    return this.#count(text, Number.POSITIVE_INFINITY, options);
  }

  countUpTo(text: string, limit: number, options?: EncodeOptions): number | undefined {
    assertText(text);
    assertLimit(limit, 'limit', 0);
    const count = this.#count(text, limit, options);
    return count > limit ? undefined : count;
  }

  encode(text: string, options?: EncodeOptions): number[] {
    assertText(text);
    if (options?.specialTokens !== 'special') return this.#encodeOrdinary(text);
    const ids: number[] = [];
    for (const { start, end, id } of this.#specials.segments(text)) {
      if (id !== undefined) ids.push(id);
      else for (const each of this.#encodeOrdinary(text.slice(start, end))) ids.push(each);
    }
    return ids;
  }

  decode(ids: readonly number[]): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.decodeBytes(ids));
  }

  decodeBytes(ids: readonly number[]): Uint8Array {
    const parts = Array.from(ids, (id) => this.#ids.bytesOf(id));
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  *tokens(text: string, options?: EncodeOptions): Iterable<Token> {
    assertText(text);
    const segments =
      options?.specialTokens === 'special' ? this.#specials.segments(text) : [{ start: 0, end: text.length }];
    for (const segment of segments) {
      const part = text.slice(segment.start, segment.end);
      const ids = segment.id === undefined ? this.#encodeOrdinary(part) : [segment.id];
      const normalizer = segment.id === undefined ? this.#vocabulary.normalizer : null;
      yield* locateTokens(part, segment.start, ids, (id) => this.#ids.bytesOf(id), normalizer);
    }
  }

  truncate(text: string, maxTokens: number, options?: EncodeOptions): string {
    assertText(text);
    assertLimit(maxTokens, 'maxTokens', 0);
    return truncateText(this, text, maxTokens, options);
  }

  split(text: string, maxTokens: number, options?: EncodeOptions & { readonly overlap?: number }): string[] {
    assertText(text);
    assertLimit(maxTokens, 'maxTokens', 1);
    return splitText(this, text, maxTokens, options);
  }

  /** The count, or some number above `limit` as soon as there is one. */
  #count(text: string, limit: number, options?: EncodeOptions): number {
    if (options?.specialTokens !== 'special') return this.#countOrdinary(text, limit);
    let total = 0;
    for (const { start, end, id } of this.#specials.segments(text)) {
      total += id === undefined ? this.#countOrdinary(text.slice(start, end), limit - total) : 1;
      if (total > limit) break;
    }
    return total;
  }

  #countOrdinary(text: string, limit: number): number {
    const { reader, counter } = this.#machine;
    reader.open(this.#normalized(text), limit * this.#vocabulary.maxTokenBytes);
    let total = 0;
    for (let pieces = reader.read(); pieces > 0 && total <= limit; pieces = reader.read()) {
      total += counter.countBatch(reader.bytes, reader.view, reader.start, reader.ends, pieces);
    }
    return total;
  }

  #encodeOrdinary(text: string): number[] {
    const { reader, encoder } = this.#machine;
    const ranks: number[] = [];
    reader.open(this.#normalized(text));
    for (let pieces = reader.read(); pieces > 0; pieces = reader.read()) {
      encoder.encodeBatch(reader.bytes, reader.view, reader.start, reader.ends, pieces, ranks);
    }
    return this.#ids.fromRanks(ranks);
  }

  #normalized(text: string): string {
    return this.#vocabulary.normalizer === 'nfc' ? toNfc(text) : text;
  }
}
