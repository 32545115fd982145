import { compileTiktoken } from '../../src/encodings/custom/from-tiktoken.js';
import { PATTERNS } from '../../tokenizers/build/patterns.js';

/** A rank file of the 256 bytes and one token. */
export const RANKS: string = [...Array.from({ length: 256 }, (_, byte) => Buffer.of(byte)), Buffer.from('he')]
  .map((token, rank) => `${token.toString('base64')} ${rank}\n`)
  .join('');

/** The same, compiled. */
export function compiledBytes(): Uint8Array {
  return compileTiktoken(RANKS, PATTERNS.gpt2, { '<end>': 299 }, 'small').bytes;
}
