import { PromptCostError } from '../../errors/index.js';
import { assertText } from '../checks.js';
import type { EncodeOptions, TokenCounter } from '../types.js';

/**
 * A counter for an engine that counts whole texts only: it keeps the chunks, and nothing is settled before the end.
 *
 * `provisional` counts all the text each time it is read after a chunk.
 */
export class WholeTextCounter implements TokenCounter {
  readonly #count: (text: string) => number;
  #chunks: string[] = [];
  #total: number | undefined; // once finished
  #provisional: number | undefined; // until the next chunk

  /** @param encoding - Only its `count` is used. */
  constructor(encoding: { count(text: string, options?: EncodeOptions): number }, options?: EncodeOptions) {
    this.#count = (text) => encoding.count(text, options);
  }

  get settled(): number {
    return this.#total ?? 0;
  }

  get provisional(): number {
    if (this.#total !== undefined) return this.#total;
    if (this.#provisional === undefined) {
      this.#chunks = [this.#chunks.join('')];
      this.#provisional = this.#count(this.#chunks[0]!);
    }
    return this.#provisional;
  }

  push(chunk: string): void {
    assertText(chunk);
    if (this.#total !== undefined) throw finishedAt(this.#total);
    if (chunk === '') return;
    this.#provisional = undefined;
    this.#chunks.push(chunk);
  }

  finish(): number {
    this.#total ??= this.provisional;
    this.#chunks = [];
    return this.#total;
  }
}

/** What a finished counter says to another chunk. */
export function finishedAt(total: number): PromptCostError {
  return new PromptCostError(
    'invalid-input',
    `The counter has finished at ${total} tokens. Make another for another text.`,
  );
}
