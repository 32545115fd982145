import type { StreamingEncoding } from '../tokenize/index.js';

/**
 * An encoding from a Hugging Face `tokenizer.json`.
 *
 * Byte-level and SentencePiece BPE become this package's own engine (`engine: 'promptcost'`) where that gives the same tokens. Anything
 * else (WordPiece, Unigram, steps that our engine does not have) is read by `@huggingface/tokenizers` (`engine: 'huggingface'`), imported
 * only then. `note` says which and why.
 *
 * Control tokens are text unless `specialTokens: 'special'` is asked for; tokens that the file's post-processor puts around a text are
 * not counted. A file of 150,000 tokens takes some seconds: `promptcost compile` does it once and for all.
 *
 * @param json - The file's text, or the object in it.
 * @param config - The object in `tokenizer_config.json`: its `name_or_path` names the encoding, and the fallback reads the rest.
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
