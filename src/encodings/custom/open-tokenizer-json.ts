import { PromptCostError } from '../../errors/index.js';
import { kernelEncoding, type StreamingEncoding } from '../../tokenize/index.js';
import { assertHarmless } from './assert-harmless.js';
import { compileTokenizer } from './compile-tokenizer.js';
import { openHuggingFace } from './open-huggingface.js';
import { isPart, readTokenizerJson } from './read-tokenizer-json.js';
import { recognisedNote, recognisedText } from './recognised-text.js';
import { refusedFile } from './refused-file.js';
import type { Part } from './tokenizer-json.js';

const LONGEST_NAME = 100;

/** What `fromTokenizerJson` does, in a module of its own that is loaded when first used. */
export async function openTokenizerJson(json: string | object, config?: object): Promise<StreamingEncoding> {
  try {
    const settings = checkedConfig(config);
    const file = readTokenizerJson(json);
    const known = await recognisedText(json);
    const name = nameOf(settings) ?? known?.name ?? 'tokenizer.json';
    const compiled = compileTokenizer(file, name);
    if (compiled.bytes === undefined) return await openHuggingFace(file, settings, name, compiled.why);
    const note = known ? `${recognisedNote(known)} ${compiled.note}` : compiled.note;
    return Object.assign(kernelEncoding(compiled.bytes), { note });
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

function nameOf({ name_or_path: name }: Part): string | undefined {
  return typeof name === 'string' && name !== '' && name.length <= LONGEST_NAME ? name : undefined;
}
