import type { StreamingEncoding } from '../tokenize/index.js';

/**
 * An encoding from a Hugging Face `tokenizer.json`.
 *
 * Byte-level and SentencePiece BPE become this package's own engine (`engine: 'promptcost'`) where that gives the same tokens. Anything
 * else (WordPiece, Unigram, steps that our engine does not have) is read by `@huggingface/tokenizers` (`engine: 'huggingface'`), imported
 * only then. `note` says which and why.
 *
 * Control tokens are text unless `specialTokens: 'special'` is asked for; tokens that the file's post-processor puts around a text are
 * not counted. The text of a vendor's file that this package knows by its SHA-256 gives the encoding that vendor's name, and `note` says so.
 *
 * Compiling holds the thread all the while: some 2 seconds for a file of 150,000 tokens, 10 for Gemma 3's 262,144. A server calls this before
 * it listens, or in a worker; `promptcost compile` does it once and for all, and `fromCompiled` opens the result in milliseconds.
 *
 * @param json - The file's text, or the object in it.
 * @param config - The object in `tokenizer_config.json`: its `name_or_path` names the encoding, before all else, and the fallback reads the rest.
 *
 * @returns A file that is broken, or that would hang an engine, is a `PromptCostError` which holds none of its text.
 *
 * @example
 * ```ts
 * const bert = await fromTokenizerJson(readFileSync('bert/tokenizer.json', 'utf8'));
 * bert.engine; // 'huggingface'
 * bert.note; // 'Counted by @huggingface/tokenizers: its model is WordPiece, not BPE. Control tokens (5) are text by default.'
 * ```
 */
export async function fromTokenizerJson(json: string | object, config?: object): Promise<StreamingEncoding> {
  // What reads such files is a quarter of the code around vocabularies, and few bring one.
  const { openTokenizerJson } = await import('./custom/open-tokenizer-json.js');
  return openTokenizerJson(json, config);
}
