import { PromptCostError } from '../../errors/index.js';

/**
 * Byte-level BPE writes each byte as a printable character: the byte itself where Latin-1 prints it, else the next free character from U+0100 on.
 */
const BYTE_OF: ReadonlyMap<string, number> = byteOfCharacter();

/** The 256 characters, in the order of their bytes. */
export const BYTE_LEVEL_CHARACTERS: readonly string[] = [...BYTE_OF.keys()];

/** The bytes that a byte-level text stands for, one character a byte: `Ġthe` is `" the"`. */
export function bytesOfByteLevel(text: string): string {
  let bytes = '';
  for (const character of text) {
    const byte = BYTE_OF.get(character);
    if (byte === undefined) {
      throw new PromptCostError(
        'unsupported-encoding',
        'The vocabulary holds a token that is not byte-level.',
      );
    }
    bytes += String.fromCharCode(byte);
  }
  return bytes;
}

function byteOfCharacter(): Map<string, number> {
  const isPrinted = (byte: number): boolean =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xff && byte !== 0xad);
  const map = new Map<string, number>();
  let next = 0x100;
  for (let byte = 0; byte < 256; byte++) {
    map.set(String.fromCharCode(isPrinted(byte) ? byte : next++), byte);
  }
  return map;
}
