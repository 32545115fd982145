/**
 * Prepares a text that arrives in chunks for the engine.
 *
 * What comes out are stretches of text. Within an answer each ends where the next begins: nothing on either side has to do with the
 * other. The last one of `push` goes on with the first one of the next answer.
 */
export interface TextStream {
  copy(): TextStream;
  /** Takes the next chunk, and returns what is decided. A pair of surrogates lies within one chunk. */
  push(text: string): readonly string[];
  /** The rest, as the end of a text. What is pushed afterwards begins another. */
  end(): readonly string[];
}
