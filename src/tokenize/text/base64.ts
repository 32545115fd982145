interface Base64Decoder {
  fromBase64?(text: string): Uint8Array;
}
interface NodeDecoder {
  from(text: string, encoding: 'base64'): Uint8Array;
}

/**
 * The bytes that base64 text stands for, by the quickest way the runtime has: `Uint8Array.fromBase64`, Node's `Buffer`, or `atob`.
 *
 * @param text - Standard base64, as this package's own files hold it.
 */
export function bytesOfBase64(text: string): Uint8Array {
  const standard = Uint8Array as unknown as Base64Decoder;
  if (standard.fromBase64) return standard.fromBase64(text);
  const node = (globalThis as { Buffer?: NodeDecoder }).Buffer;
  if (node) return node.from(text, 'base64');
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
