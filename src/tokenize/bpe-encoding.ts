import { assertLimit, assertText, idsIn, readsSpecials } from './checks.js';
import type { Engine } from './engine.js';
import { countAsync } from './stream/count-async.js';
import { streamingCounter } from './stream/streaming-counter.js';
import { joinBytes } from './text/join-bytes.js';
import { locateTokens } from './text/locate-tokens.js';
import { normalFormOf } from './text/normal-form.js';
import { normalizedFor } from './text/normalized-for.js';
import { SpecialTokens } from './text/special-tokens.js';
import { splitText } from './text/split-text.js';
import { truncateText } from './text/truncate-text.js';
import type { EncodeOptions, StreamingEncoding, Token, TokenCounter } from './types.js';
import { TokenIds } from './vocabulary/token-ids.js';
import type { VocabularyFacts } from './vocabulary/vocabulary.js';

const BLANK = 32;

/** A byte-pair encoding over one vocabulary. */
export class BpeEncoding implements StreamingEncoding {
  readonly name: string;
  readonly vocabSize: number;
  readonly engine = 'promptcost';
  readonly #vocabulary: VocabularyFacts;
  readonly #engine: Engine;
  readonly #ids: TokenIds;
  readonly #specials: SpecialTokens;

  constructor(vocabulary: VocabularyFacts, engine: Engine) {
    this.name = vocabulary.name;
    this.vocabSize = vocabulary.vocabSize;
    this.#vocabulary = vocabulary;
    this.#engine = engine;
    this.#ids = new TokenIds(vocabulary, (rank) => engine.tokenBytes(rank));
    this.#specials = new SpecialTokens(vocabulary.specials);
  }

  /** The same tokens, and the same tables and caches, under another name and with other control tokens. */
  withSpecials(name: string, specials: ReadonlyMap<string, number>): BpeEncoding {
    const vocabSize = Math.max(this.#vocabulary.size, ...[...specials.values()].map((id) => id + 1));
    return new BpeEncoding({ ...this.#vocabulary, name, specials, vocabSize }, this.#engine);
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

  async countAsync(
    text: string,
    options?: EncodeOptions & { readonly signal?: AbortSignal },
  ): Promise<number> {
    return countAsync(this.counter(options), text, options);
  }

  counter(options?: EncodeOptions): TokenCounter {
    const specials = readsSpecials(options) ? this.#specials : undefined;
    return streamingCounter(this.#engine, this.#vocabulary, specials);
  }

  encode(text: string, options?: EncodeOptions): number[] {
    assertText(text);
    if (!readsSpecials(options)) return this.#encodeOrdinary(text);
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
    const bytes = joinBytes(idsIn(ids).map((id) => this.#ids.bytesOf(id)));
    // The space that went before the text is no part of it.
    return this.#vocabulary.characters?.prefix && bytes[0] === BLANK ? bytes.subarray(1) : bytes;
  }

  tokens(text: string, options?: EncodeOptions): Iterable<Token> {
    assertText(text);
    return this.#located(text, readsSpecials(options));
  }

  *#located(text: string, special: boolean): Iterable<Token> {
    const segments = special ? this.#specials.segments(text) : [{ start: 0, end: text.length }];
    for (const segment of segments) {
      const part = text.slice(segment.start, segment.end);
      const ids = segment.id === undefined ? this.#encodeOrdinary(part) : [segment.id];
      const normalized = segment.id === undefined ? normalizedFor(part, this.#vocabulary) : undefined;
      yield* locateTokens(part, segment.start, ids, (id) => this.#ids.bytesOf(id), normalized);
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
    if (!readsSpecials(options)) return this.#countOrdinary(text, limit);
    let total = 0;
    for (const { start, end, id } of this.#specials.segments(text)) {
      total += id === undefined ? this.#countOrdinary(text.slice(start, end), limit - total) : 1;
      if (total > limit) break;
    }
    return total;
  }

  #countOrdinary(text: string, limit: number): number {
    return this.#engine.count(this.#normalized(text), limit);
  }

  #encodeOrdinary(text: string): number[] {
    return this.#ids.fromRanks(this.#engine.ranks(this.#normalized(text)));
  }

  #normalized(text: string): string {
    return normalFormOf(this.#vocabulary.normalizer)?.normalize(text) ?? text;
  }
}
