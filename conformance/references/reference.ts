/** A tokenizer by somebody else, whose ids are right by definition. */
export interface Reference {
  /** The encoding it judges. */
  readonly encoding: string;
  /** Package and version: `tiktoken 1.0.22`. */
  readonly name: string;
  /** Where its vocabulary is from. */
  readonly vocabulary: string;
  /** What decoding the ids of a text must give back. */
  restored(text: string): string;
  /** The ids of each text, control tokens in it read as text. */
  encodeAll(texts: readonly string[]): Promise<readonly (readonly number[])[]>;
  /** The ids of each text, control tokens in it read as such. */
  encodeAllSpecial(texts: readonly string[]): Promise<readonly (readonly number[])[]>;
  /**
   * The same, with control tokens that its file leaves unnamed: those of later models that share the vocabulary. Each gets an id of
   * its own, so that the number of ids is right, and theirs alone are not.
   */
  encodeAllNamed(
    texts: readonly string[],
    controls: readonly string[],
  ): Promise<readonly (readonly number[])[]>;
}
