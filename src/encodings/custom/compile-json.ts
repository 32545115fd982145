import { PromptCostError } from '../../errors/index.js';
import { kernelEncoding } from '../../tokenize/index.js';
import { isControl } from './added-tokens.js';
import { assertSameTokens } from './assert-same-tokens.js';
import type { CompiledFile } from './compile-file.js';
import { compileTokenizer } from './compile-tokenizer.js';
import { openHuggingFace } from './open-huggingface.js';
import { probeTexts } from './probe-texts.js';
import { readTokenizerJson } from './read-tokenizer-json.js';

/** White space to the Rust original and to our patterns, and not to JavaScript, or the other way round: the judge counts these wrong. */
const JUDGED_WRONG = /[\u0085\ufeff]/;

/** The compact form of a `tokenizer.json`, compared with what `@huggingface/tokenizers` makes of the file. */
export async function compileJson(file: Uint8Array, name: string): Promise<CompiledFile> {
  const json = readTokenizerJson(new TextDecoder().decode(file));
  const compiled = compileTokenizer(json, name);
  if (compiled.bytes === undefined) {
    throw new PromptCostError(
      'unsupported-encoding',
      `This tokenizer.json has no compact form: ${compiled.why}. fromTokenizerJson reads it as it is.`,
    );
  }
  const encoding = kernelEncoding(compiled.bytes);
  const ids = Object.values((json.model as { readonly vocab: Readonly<Record<string, number>> }).vocab);
  const tokens = ids.map((id) => String.fromCharCode(...encoding.decodeBytes([id])));
  // Whether a tag such as `</s>` is text or control is a choice, in which the judge may differ.
  const tags = json.added_tokens.filter((token) => isControl(token) && !token.special);
  const texts = probeTexts(tokens).filter(
    (text) => !JUDGED_WRONG.test(text) && !tags.some(({ content }) => text.includes(content)),
  );
  const judge = await openHuggingFace(json, {}, name, 'as a judge');
  assertSameTokens(encoding, (text) => judge.encode(text), texts);
  return { kind: 'tokenizer.json', bytes: compiled.bytes, tokens: tokens.length, probes: texts.length };
}
