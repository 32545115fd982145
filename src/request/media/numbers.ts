import type { ByteSource } from './byte-source.js';

/** Whole numbers at a place, `NaN` where the bytes end: a comparison with it is false, so a reader gives up by itself. */
export function big(source: ByteSource, offset: number, bytes: number): number {
  let value = 0;
  for (let i = 0; i < bytes; i++) {
    const byte = source.at(offset + i);
    if (byte < 0) return Number.NaN;
    value = value * 256 + byte;
  }
  return value;
}

/** The same, the lowest byte first. */
export function little(source: ByteSource, offset: number, bytes: number): number {
  let value = 0;
  for (let i = bytes - 1; i >= 0; i--) {
    const byte = source.at(offset + i);
    if (byte < 0) return Number.NaN;
    value = value * 256 + byte;
  }
  return value;
}

/** Whether the letters of `word` stand at a place. */
export function says(source: ByteSource, offset: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (source.at(offset + i) !== word.charCodeAt(i)) return false;
  return true;
}
