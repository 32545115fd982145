import type { NormalForm } from '../text/normal-form.js';
import type { TextStream } from './text-stream.js';

/**
 * Normalizes a text that arrives in chunks.
 *
 * It holds back the last character that joins nothing before it, and all behind that: a later mark or syllable may join them.
 */
export class NormalStream implements TextStream {
  readonly #form: NormalForm;
  #held: string;

  constructor(form: NormalForm, held = '') {
    this.#form = form;
    this.#held = held;
  }

  copy(): NormalStream {
    return new NormalStream(this.#form, this.#held);
  }

  push(text: string): readonly string[] {
    const cut = this.#lastApart(text);
    if (cut < 0) {
      this.#held += text;
      return [];
    }
    const ready = this.#form.normalize(this.#held + text.slice(0, cut));
    this.#held = text.slice(cut);
    return [ready];
  }

  end(): readonly string[] {
    const rest = this.#form.normalize(this.#held);
    this.#held = '';
    return [rest];
  }

  /** Where the last character begins that joins nothing before it; -1 when all do. */
  #lastApart(text: string): number {
    for (let end = text.length; end > 0; ) {
      const start = end - (isPair(text, end) ? 2 : 1);
      if (!this.#form.joins(text.slice(start, end))) return start;
      end = start;
    }
    return -1;
  }
}

function isPair(text: string, end: number): boolean {
  return end > 1 && (text.codePointAt(end - 2) ?? 0) > 0xffff;
}
