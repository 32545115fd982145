import { MARK, markRun, withSpaces } from '../text/marked-spaces.js';
import type { CharacterFacts } from '../vocabulary/vocabulary.js';
import type { TextStream } from './text-stream.js';

/** Rewrites a text for a vocabulary whose merging begins with characters: the prefix, spaces for marks, runs of marks apart. */
export class MarkedStream implements TextStream {
  readonly #facts: CharacterFacts;
  #held = ''; // marks that may be the beginning of a run
  #isInside = false; // whether the stretch at hand has begun, so that it takes no prefix

  constructor(facts: CharacterFacts) {
    this.#facts = facts;
  }

  copy(): MarkedStream {
    const copy = new MarkedStream(this.#facts);
    copy.#held = this.#held;
    copy.#isInside = this.#isInside;
    return copy;
  }

  push(text: string): readonly string[] {
    const all = this.#held + text;
    const end = this.#decidedEnd(all);
    this.#held = all.slice(end);
    return this.#rewritten(all.slice(0, end));
  }

  end(): readonly string[] {
    const rest = this.#rewritten(this.#held);
    this.#held = '';
    this.#isInside = false;
    return rest;
  }

  /** Where the marks at the end of the text begin that do not fill a run. */
  #decidedEnd(text: string): number {
    const { markRuns } = this.#facts;
    if (markRuns < 2) return text.length;
    let at = text.length;
    while (at > 0 && text[at - 1] === MARK) at--;
    return text.length - ((text.length - at) % markRuns);
  }

  #rewritten(text: string): readonly string[] {
    const { markRuns, prefix } = this.#facts;
    return (markRuns < 2 ? [text] : text.split(markRun(markRuns))).map((stretch, index) => {
      if (index > 0) this.#isInside = false;
      const rewritten = withSpaces(stretch, this.#isInside ? '' : prefix);
      this.#isInside ||= stretch !== '';
      return rewritten;
    });
  }
}
