/** One token of a text. */
export interface Token {
  readonly id: number;
  /** The token's bytes as text; where a token holds part of a character, U+FFFD stands for it. */
  readonly text: string;
  readonly bytes: Uint8Array;
  /** UTF-16 offset in the text of the first character this token touches. */
  readonly start: number;
  /** UTF-16 offset after the last character this token touches. Tokens that share a character overlap. */
  readonly end: number;
}

export interface EncodeOptions {
  /**
   * Whether `<|endoftext|>` and its like in a text are ordinary text, or the control tokens they spell.
   * Default: `'text'`, since a prompt is data.
   */
  readonly specialTokens?: 'text' | 'special';
}

/**
 * Counts the tokens of a text that arrives in chunks, such as a model's answer while it streams.
 *
 * However the text is cut (within a pair of surrogates, too), the total is the count of the whole text. What is kept of the text is
 * the ending that later chunks may still change: for most text a few words, for a text without any place to cut all of it.
 *
 * @example
 * ```ts
 * const counter = o200k.counter();
 * counter.push('Hello wor');
 * counter.provisional; // 2: "Hello", " wor"
 * counter.push('ld, how are you');
 * counter.settled; // 5: whatever follows, only " you" can change
 * counter.push('?');
 * counter.finish(); // 7
 * ```
 */
export interface TokenCounter {
  /** Tokens that no later chunk can change. It never falls, and never exceeds what `finish` will return. */
  readonly settled: number;
  /**
   * The count if the text ended here; a longer text may have fewer tokens.
   *
   * Worked out when read, in time that grows with the undecided ending.
   */
  readonly provisional: number;
  /** Takes the next chunk. Throws `invalid-input` after `finish`. */
  push(chunk: string): void;
  /** The count of the whole text. Calling it again returns the same. */
  finish(): number;
}

/**
 * A named, ready vocabulary: turns text into tokens and back, and counts without making them.
 *
 * No method of this package's own engine throws because of what a text says; lone surrogates count as U+FFFD. The engine `huggingface`
 * throws `unsupported-encoding` on more than a million characters that it nowhere cuts.
 *
 * @example
 * ```ts
 * o200k.count('Why is the sky blue?'); // 6
 * o200k.countUpTo('Why is the sky blue?', 5); // undefined
 * o200k.encode('Why is the sky blue?'); // [13903, 382, 290, 17307, 9861, 30]
 * o200k.decode([13903, 382]); // 'Why is'
 * o200k.truncate('Why is the sky blue?', 4); // 'Why is the sky'
 * o200k.split('Why is the sky blue?', 4, { overlap: 1 }); // ['Why is the sky', ' sky blue?']
 * o200k.count('<|endoftext|>'); // 7
 * o200k.count('<|endoftext|>', { specialTokens: 'special' }); // 1
 * ```
 */
export interface Encoding {
  /** For example `o200k_base`. */
  readonly name: string;
  /** One more than the highest token id, control tokens included. */
  readonly vocabSize: number;
  readonly engine: 'promptcost' | 'huggingface';
  readonly note?: string;
  /** How many tokens the text is: `encode(text).length`, without making the ids. */
  count(text: string, options?: EncodeOptions): number;
  /** The count, or `undefined` as soon as it is known to exceed `limit`. */
  countUpTo(text: string, limit: number, options?: EncodeOptions): number | undefined;
  encode(text: string, options?: EncodeOptions): number[];
  /** The text of the ids; bytes that are no UTF-8 become U+FFFD. */
  decode(ids: readonly number[]): string;
  decodeBytes(ids: readonly number[]): Uint8Array;
  tokens(text: string, options?: EncodeOptions): Iterable<Token>;
  /** The longest beginning of the text, ending between graphemes, that encodes to at most `maxTokens`. */
  truncate(text: string, maxTokens: number, options?: EncodeOptions): string;
  /** The text in parts of at most `maxTokens`, cut between graphemes. Throws, naming both numbers, when one grapheme alone exceeds `maxTokens`. */
  split(text: string, maxTokens: number, options?: EncodeOptions & { readonly overlap?: number }): string[];
}

/** An {@link Encoding} of this package's making: it also counts texts that are long, or still arriving. */
export interface StreamingEncoding extends Encoding {
  /**
   * The same as `count`, a stretch of the text at a time, with a turn of the event loop after each: for texts of megabytes where
   * other work must go on. What has no place to cut (a million equal letters) is merged in one turn, in up to 0.2 s a megabyte; and
   * the engine of Hugging Face, where a `tokenizer.json` needs it, counts the whole text in one.
   *
   * @param options - With `signal`, aborting it rejects the promise with the signal's reason.
   *
   * @example
   * ```ts
   * await o200k.countAsync('Why is the sky blue? '.repeat(2_000)); // 12001
   * ```
   */
  countAsync(text: string, options?: EncodeOptions & { readonly signal?: AbortSignal }): Promise<number>;
  /** A counter for one text that arrives in chunks. */
  counter(options?: EncodeOptions): TokenCounter;
}
