import { PromptCostError } from '../../errors/index.js';
import { bytesOfByteLevel } from '../compile/byte-level.js';
import type { TokenizerJson } from './tokenizer-json.js';

/** How a file's tokens spell text. */
export interface Spelling {
  readonly kind: 'byte-level' | 'marked' | 'plain';
  /** What goes before the rest of a word, as `##`. */
  readonly prefix: string;
  /** What goes after the end of a word, as `</w>`. */
  readonly suffix: string;
}

const UTF8 = new TextEncoder();

export function spellingOf({ model, pre_tokenizer, decoder }: TokenizerJson): Spelling {
  const steps = JSON.stringify([pre_tokenizer, decoder]);
  const marks = steps.includes('\u2581') || steps.includes('"ByteFallback"') || model.type === 'Unigram';
  const { continuing_subword_prefix: prefix, end_of_word_suffix: suffix } = model;
  return {
    kind: steps.includes('"ByteLevel"') ? 'byte-level' : marks ? 'marked' : 'plain',
    prefix: typeof prefix === 'string' ? prefix : '',
    suffix: typeof suffix === 'string' ? suffix : '',
  };
}

/**
 * The bytes of text that a token stands for, as far as its spelling says: `Ġthe` and `▁the` are `" the"`, `<0xE4>` is one byte, and
 * marks of a token's place in a word are left out.
 */
export function tokenBytes(token: string, { kind, prefix, suffix }: Spelling): Uint8Array {
  const from = prefix !== '' && token !== prefix && token.startsWith(prefix) ? prefix.length : 0;
  const to =
    suffix !== '' && token !== suffix && token.endsWith(suffix) ? token.length - suffix.length : token.length;
  const text = token.slice(from, to);
  if (kind === 'byte-level') return byteLevel(text);
  if (kind === 'plain') return UTF8.encode(text);
  const byte = /^<0x([0-9A-F]{2})>$/.exec(text);
  return byte ? Uint8Array.of(Number.parseInt(byte[1]!, 16)) : UTF8.encode(text.replaceAll('\u2581', ' '));
}

function byteLevel(text: string): Uint8Array {
  try {
    return Uint8Array.from(bytesOfByteLevel(text), (character) => character.charCodeAt(0));
  } catch (error) {
    if (!(error instanceof PromptCostError)) throw error;
    return UTF8.encode(text); // a token of another kind, spelled as it is
  }
}
