import { PromptCostError } from '../../errors/index.js';
import { fromCompiled, type StreamingEncoding } from '../../tokenize/index.js';
import { assertHarmless } from './assert-harmless.js';
import { compileTokenizer } from './compile-tokenizer.js';
import { openHuggingFace } from './open-huggingface.js';
import { isPart, readTokenizerJson } from './read-tokenizer-json.js';
import { refusedFile } from './refused-file.js';
import type { Part } from './tokenizer-json.js';

const LONGEST_NAME = 100;

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
 * const bert = await fromTokenizerJson(readFileSync('tokenizer.json', 'utf8'));
 * bert.engine; // 'huggingface'
 * bert.note; // 'Counted by @huggingface/tokenizers: its model is WordPiece, not BPE. 5 control tokens are text by default.'
 * ```
 */
export async function fromTokenizerJson(json: string | object, config?: object): Promise<StreamingEncoding> {
  try {
    const settings = checkedConfig(config);
    const name = nameOf(settings);
    const file = readTokenizerJson(json);
    const compiled = compileTokenizer(file, name);
    if (compiled.bytes === undefined) return await openHuggingFace(file, settings, name, compiled.why);
    return Object.assign(fromCompiled(compiled.bytes), { note: compiled.note });
  } catch (error) {
    // An object may also throw of itself, from a getter; its message would be the file's.
    throw error instanceof PromptCostError ? error : refusedFile('reading it failed');
  }
}

function checkedConfig(config: unknown): Part {
  if (config === undefined) return {};
  if (!isPart(config))
    throw new PromptCostError('invalid-input', 'The config of a tokenizer.json is an object.');
  assertHarmless(config);
  return config;
}

function nameOf({ name_or_path: name }: Part): string {
  return typeof name === 'string' && name !== '' && name.length <= LONGEST_NAME ? name : 'tokenizer.json';
}
