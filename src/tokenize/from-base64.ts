import { kernelEncoding } from './kernel-encoding.js';
import { bytesOfBase64 } from './text/base64.js';
import type { StreamingEncoding } from './types.js';

/** {@link kernelEncoding} for a vocabulary in base64, as a JavaScript module holds it. */
export function fromBase64(text: string): StreamingEncoding {
  return kernelEncoding(bytesOfBase64(text));
}
