import { assertText } from '../checks.js';
import type { Engine } from '../engine.js';
import { normalFormOf } from '../text/normal-form.js';
import type { SpecialTokens } from '../text/special-tokens.js';
import type { TokenCounter } from '../types.js';
import type { VocabularyFacts } from '../vocabulary/vocabulary.js';
import { MarkedStream } from './marked-stream.js';
import { NormalStream } from './normal-stream.js';
import { PieceStream } from './piece-stream.js';
import { SpecialStream } from './special-stream.js';
import type { TextStream } from './text-stream.js';
import { finishedAt } from './whole-text-counter.js';

/** What a text passes on its way to the count, in this order. */
export interface Stages {
  /** Finds control tokens; left out, they are text. */
  readonly specials: SpecialStream | undefined;
  /** Rewrites the text; left out, it is read as it is. */
  readonly rewriter: TextStream | undefined;
  readonly pieces: PieceStream;
}

/** Counts a text that arrives in chunks; each stage holds back what its next chunk may change. */
export class StreamingCounter implements TokenCounter {
  readonly #stages: Stages;
  #half: string; // the first unit of a pair whose second may be in the next chunk
  #total: number | undefined; // once finished
  #provisional: number | undefined; // until the next chunk

  constructor(stages: Stages, half = '') {
    this.#stages = stages;
    this.#half = half;
  }

  get settled(): number {
    return this.#total ?? this.#stages.pieces.settled;
  }

  get provisional(): number {
    if (this.#total !== undefined) return this.#total;
    this.#provisional ??= this.#copy().finish();
    return this.#provisional;
  }

  push(chunk: string): void {
    assertText(chunk);
    if (this.#total !== undefined) throw finishedAt(this.#total);
    if (chunk === '') return;
    this.#provisional = undefined;
    const text = this.#half + chunk;
    const isHalf = (text.charCodeAt(text.length - 1) & 0xfc00) === 0xd800;
    this.#half = isHalf ? text.slice(-1) : '';
    this.#toSpecials(isHalf ? text.slice(0, -1) : text);
  }

  finish(): number {
    if (this.#total !== undefined) return this.#total;
    this.#toSpecials(this.#half);
    const { specials, pieces } = this.#stages;
    if (specials) this.#take(specials.end());
    this.#endText();
    this.#total = pieces.settled;
    return this.#total;
  }

  #toSpecials(text: string): void {
    const { specials } = this.#stages;
    if (specials) this.#take(specials.push(text));
    else this.#toPieces(text);
  }

  #take(parts: Iterable<string | number>): void {
    for (const part of parts) {
      if (typeof part === 'string') {
        this.#toPieces(part);
      } else {
        this.#endText();
        this.#stages.pieces.add(1);
      }
    }
  }

  #toPieces(text: string): void {
    const { rewriter, pieces } = this.#stages;
    if (rewriter) this.#takeStretches(rewriter.push(text));
    else pieces.push(text);
  }

  /** Nothing before a control token has to do with what stands behind it. */
  #endText(): void {
    const { rewriter, pieces } = this.#stages;
    if (rewriter) this.#takeStretches(rewriter.end());
    pieces.end();
  }

  #takeStretches(stretches: readonly string[]): void {
    const { pieces } = this.#stages;
    for (const [index, stretch] of stretches.entries()) {
      if (index > 0) pieces.end();
      pieces.push(stretch);
    }
  }

  #copy(): StreamingCounter {
    const { specials, rewriter, pieces } = this.#stages;
    const stages = { specials: specials?.copy(), rewriter: rewriter?.copy(), pieces: pieces.copy() };
    return new StreamingCounter(stages, this.#half);
  }
}

/** A counter over an engine that prepares the text as its vocabulary demands. */
export function streamingCounter(
  engine: Engine,
  { normalizer, characters }: VocabularyFacts,
  specials: SpecialTokens | undefined,
): TokenCounter {
  const form = normalFormOf(normalizer);
  return new StreamingCounter({
    specials: specials && new SpecialStream(specials),
    rewriter: characters ? new MarkedStream(characters) : form && new NormalStream(form),
    pieces: new PieceStream(engine),
  });
}
