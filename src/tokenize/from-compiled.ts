import { BpeEncoding } from './bpe-encoding.js';
import { CharacterEngine } from './character-engine.js';
import { openKernel } from './kernel/open-kernel.js';
import { PortableEngine } from './portable-engine.js';
import type { Encoding } from './types.js';
import { openVocabulary, unpackVocabulary } from './vocabulary/read-vocabulary.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';

/**
 * An encoding from a compact vocabulary: the bytes that the files of this package hold.
 *
 * @param bytes - The whole file; it may be dropped afterwards.
 */
export function fromCompiled(bytes: Uint8Array): Encoding {
  const packed = openVocabulary(bytes);
  const kernel = openKernel(packed);
  return kernel ? new BpeEncoding(packed, kernel) : portableEncoding(unpackVocabulary(packed));
}

/** An encoding that counts in plain TypeScript, over any unpacked vocabulary. */
export function portableEncoding(vocabulary: Vocabulary): BpeEncoding {
  const { characters } = vocabulary;
  const engine = characters ? new CharacterEngine(vocabulary, characters) : new PortableEngine(vocabulary);
  return new BpeEncoding(vocabulary, engine);
}
