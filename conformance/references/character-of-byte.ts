/** The printable character that stands for a byte in a byte-level `tokenizer.json`: itself where Latin-1 prints it, else the next from U+0100 on. */
const CHARACTERS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte).map((byte) => {
  const isPrinted = (each: number): boolean =>
    (each >= 0x21 && each <= 0x7e) || (each >= 0xa1 && each <= 0xff && each !== 0xad);
  if (isPrinted(byte)) return String.fromCharCode(byte);
  const before = Array.from({ length: byte }, (_, each) => each).filter((each) => !isPrinted(each)).length;
  return String.fromCharCode(0x100 + before);
});

export function characterOfByte(byte: number): string {
  return CHARACTERS[byte]!;
}
