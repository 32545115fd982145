const ENCODER = new TextEncoder();

/** The UTF-8 of a text, one character a byte. */
export function utf8Bytes(text: string): string {
  let bytes = '';
  for (const byte of ENCODER.encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}
