import type { Engine } from './engine.js';

/**
 * The fast engine as soon as it is loaded, and another until then. Both give the same answers, and keep nothing of a text between
 * calls.
 */
export class EngineInTime implements Engine {
  readonly #makeSlow: () => Engine;
  #engine: Engine | undefined;

  /**
   * @param fast - What counts once it is there; where there is none, or it cannot be loaded, the other one stays.
   * @param makeSlow - Makes what counts until then, when it is asked to.
   */
  constructor(fast: Promise<Engine | undefined>, makeSlow: () => Engine) {
    this.#makeSlow = makeSlow;
    fast.then(
      (engine) => {
        if (engine) this.#engine = engine;
      },
      () => {},
    );
  }

  count(text: string, limit: number): number {
    return this.#now().count(text, limit);
  }

  countBytes(bytes: Uint8Array, isLast: boolean): number {
    return this.#now().countBytes(bytes, isLast);
  }

  get stopped(): number {
    return this.#now().stopped;
  }

  ranks(text: string): number[] {
    return this.#now().ranks(text);
  }

  tokenBytes(rank: number): Uint8Array {
    return this.#now().tokenBytes(rank);
  }

  #now(): Engine {
    this.#engine ??= this.#makeSlow();
    return this.#engine;
  }
}
