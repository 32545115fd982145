/** The text with U+FFFD for each lone surrogate, as UTF-8 has it. */
export function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}
