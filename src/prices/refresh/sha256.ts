/**
 * The SHA-256 of some bytes.
 *
 * @param bytes - Any.
 *
 * @returns 64 hexadecimal digits.
 */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
