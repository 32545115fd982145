import { flat, seeded } from './seeded.js';

/** What a hostile or careless caller sends: name → text. Runs without any place to cut are what breaks merging. */
export function adversarialTexts(): Readonly<Record<string, string>> {
  const random = seeded(666);
  const drawn = (length: number, unit: () => string) => flat(Array.from({ length }, unit).join(''));
  const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return {
    '1,000,000 × "a"': flat('a'.repeat(1_000_000)),
    '1,000,000 spaces': flat(' '.repeat(1_000_000)),
    '500,000 random letters': drawn(500_000, () => String.fromCharCode(97 + random(26))),
    // The commonest 6,000 ideographs are not contiguous; the block's first 20,000 serve.
    '500,000 CJK characters': drawn(500_000, () => String.fromCharCode(0x4e00 + random(20_000))),
    '1,000,000 of base64': drawn(1_000_000, () => base64[random(64)]!),
    '1,000,000 of hex': drawn(1_000_000, () => random(16).toString(16)),
  };
}
