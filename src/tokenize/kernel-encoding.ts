import { BpeEncoding } from './bpe-encoding.js';
import { openKernel } from './kernel/open-kernel.js';
import { portableEncoding } from './portable-encoding.js';
import type { StreamingEncoding } from './types.js';
import { openVocabulary, unpackVocabulary } from './vocabulary/read-vocabulary.js';

/**
 * An encoding from a compact vocabulary that counts in WebAssembly where the runtime allows that, and in plain TypeScript elsewhere,
 * with the same result.
 *
 * It brings the kernel along, which `promptcost` itself loads when it is first used.
 */
export function kernelEncoding(bytes: Uint8Array): StreamingEncoding {
  const packed = openVocabulary(bytes);
  const kernel = openKernel(packed);
  return kernel ? new BpeEncoding(packed, kernel) : portableEncoding(unpackVocabulary(packed));
}
