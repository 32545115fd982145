import type { Tokenizer } from '@huggingface/tokenizers';
import { PromptCostError, shown } from '../../errors/index.js';
import {
  assertLimit,
  assertText,
  countAsync,
  type EncodeOptions,
  idsIn,
  joinBytes,
  locateTokens,
  readsSpecials,
  type StreamingEncoding,
  splitText,
  type Token,
  type TokenCounter,
  truncateText,
  WholeTextCounter,
} from '../../tokenize/index.js';
import { alignTokens } from './align-tokens.js';
import { type Spelling, tokenBytes } from './token-bytes.js';

const UTF8 = new TextEncoder();

/** What a fallback encoding is made of. */
export interface HuggingFaceParts {
  readonly name: string;
  readonly note: string;
  readonly vocabSize: number;
  readonly spelling: Spelling;
  /** Added tokens: id → text. */
  readonly added: ReadonlyMap<number, string>;
  /** The tokenizer without its control tokens, for which they are text; and the whole one. */
  readonly text: Tokenizer;
  readonly special: Tokenizer;
}

/**
 * An encoding by `@huggingface/tokenizers`, for files that our own engine does not follow. It reads whole texts only.
 *
 * Unlike our own it can fail on a text: where more than a million characters stand together that nothing cuts.
 */
export class HuggingFaceEncoding implements StreamingEncoding {
  readonly name: string;
  readonly note: string;
  readonly vocabSize: number;
  readonly engine = 'huggingface';
  readonly #parts: HuggingFaceParts;

  constructor(parts: HuggingFaceParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.note = parts.note;
    this.vocabSize = parts.vocabSize;
  }

  count(text: string, options?: EncodeOptions): number {
    return this.encode(text, options).length;
  }

  countUpTo(text: string, limit: number, options?: EncodeOptions): number | undefined {
    assertLimit(limit, 'limit', 0);
    const count = this.count(text, options);
    return count > limit ? undefined : count;
  }

  async countAsync(
    text: string,
    options?: EncodeOptions & { readonly signal?: AbortSignal },
  ): Promise<number> {
    return countAsync(this.counter(options), text, options);
  }

  counter(options?: EncodeOptions): TokenCounter {
    return new WholeTextCounter(this, options);
  }

  encode(text: string, options?: EncodeOptions): number[] {
    assertText(text);
    if (text === '') return [];
    const tokenizer = readsSpecials(options) ? this.#parts.special : this.#parts.text;
    return this.#attempt(() => {
      const ids: number[] = tokenizer.encode(wellFormed(text), { add_special_tokens: false }).ids;
      // What has no id is not counted as nothing.
      if (ids.some((id) => typeof id !== 'number')) throw new Error('a token has no id');
      return ids;
    });
  }

  decode(ids: readonly number[]): string {
    if (this.#parts.spelling.kind === 'byte-level' && this.#parts.spelling.suffix === '')
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.decodeBytes(ids));
    return this.#decoded(ids);
  }

  decodeBytes(ids: readonly number[]): Uint8Array {
    const { kind, suffix } = this.#parts.spelling;
    if (kind !== 'byte-level' || suffix !== '') return UTF8.encode(this.#decoded(ids));
    return joinBytes(idsIn(ids).map((id) => this.#bytesOf(id)));
  }

  *tokens(text: string, options?: EncodeOptions): Iterable<Token> {
    const ids = this.encode(text, options);
    const bytesOf = (id: number): Uint8Array => this.#bytesOf(id);
    const whole = UTF8.encode(text);
    const bytes = joinBytes(ids.map(bytesOf));
    const isSame = bytes.length === whole.length && bytes.every((byte, at) => byte === whole[at]);
    yield* isSame ? locateTokens(text, 0, ids, bytesOf, undefined) : alignTokens(text, 0, ids, bytesOf);
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

  #decoded(given: readonly number[]): string {
    const ids = [...idsIn(given)];
    for (const id of ids) this.#tokenOf(id);
    if (ids.length === 0) return '';
    return this.#attempt(() => this.#parts.special.decode(ids, { clean_up_tokenization_spaces: false }));
  }

  #bytesOf(id: number): Uint8Array {
    const added = this.#parts.added.get(id);
    return added === undefined ? tokenBytes(this.#tokenOf(id), this.#parts.spelling) : UTF8.encode(added);
  }

  #tokenOf(id: number): string {
    const token = Number.isInteger(id) ? this.#parts.special.id_to_token(id) : undefined;
    if (token !== undefined) return token;
    throw new PromptCostError(
      'invalid-input',
      `${this.name} has no token ${shown(id)}. Its ids are below ${this.vocabSize}.`,
    );
  }

  /** The engine's own errors may quote the text. */
  #attempt<T>(work: () => T): T {
    try {
      return work();
    } catch {
      throw new PromptCostError(
        'unsupported-encoding',
        `@huggingface/tokenizers failed on a text with ${this.name}. Cut the text, or use another encoding.`,
      );
    }
  }
}

/** Lone surrogates as U+FFFD. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
