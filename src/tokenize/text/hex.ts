/**
 * The bytes that two hexadecimal digits each stand for.
 *
 * What is compressed on its way keeps its repetitions in hexadecimal, and loses most of them in base64: WebAssembly arrives smaller.
 *
 * @param text - Small letters, as this package's own files hold it.
 */
export function bytesOfHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = (digit(text.charCodeAt(2 * i)) << 4) | digit(text.charCodeAt(2 * i + 1));
  }
  return bytes;
}

/** `0` is 48, `a` is 97. */
function digit(unit: number): number {
  return unit < 97 ? unit - 48 : unit - 87;
}
