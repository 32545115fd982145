import { joins } from '../text/joins.js';
import { toNfc } from '../text/nfc.js';
import type { TextStream } from './text-stream.js';

/**
 * Normalizes to NFC a text that arrives in chunks.
 *
 * It holds back the last character that joins nothing before it, and all behind that: a later mark or syllable may join them.
 */
export class NfcStream implements TextStream {
  #held: string;

  constructor(held = '') {
    this.#held = held;
  }

  copy(): NfcStream {
    return new NfcStream(this.#held);
  }

  push(text: string): readonly string[] {
    const cut = lastApart(text);
    if (cut < 0) {
      this.#held += text;
      return [];
    }
    const ready = toNfc(this.#held + text.slice(0, cut));
    this.#held = text.slice(cut);
    return [ready];
  }

  end(): readonly string[] {
    const rest = toNfc(this.#held);
    this.#held = '';
    return [rest];
  }
}

/** Where the last character begins that joins nothing before it; -1 when all do. */
function lastApart(text: string): number {
  for (let end = text.length; end > 0; ) {
    const start = end - (isPair(text, end) ? 2 : 1);
    if (!joins(text.slice(start, end))) return start;
    end = start;
  }
  return -1;
}

function isPair(text: string, end: number): boolean {
  return end > 1 && (text.codePointAt(end - 2) ?? 0) > 0xffff;
}
