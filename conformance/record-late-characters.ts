/**
 * Writes `src/tokenize/text/late-characters.data.ts`: the characters that the reference's NFC and NFKC leave alone because its tables are
 * older than the runtime's. Each is asked of the reference itself. `npx tsx conformance/record-late-characters.ts`.
 */
import { writeFileSync } from 'node:fs';
import qwen3 from '#vocab/qwen3';
import { portableEncoding } from '../src/tokenize/portable-encoding.js';
import { bytesOfBase64 } from '../src/tokenize/text/base64.js';
import { readVocabulary } from '../src/tokenize/vocabulary/read-vocabulary.js';
import { referenceFor, referencePackages } from './references/index.js';

const ENCODING = 'qwen3';
const reference = referenceFor(ENCODING);
const raw = portableEncoding({ ...readVocabulary(bytesOfBase64(qwen3)), normalizer: null });

const probes: { readonly point: number; readonly text: string }[] = [];
for (let point = 0x300; point < 0x110000; point++) {
  if (point >= 0xac00 && point < 0xe000) continue; // Hangul syllables are computed, surrogates are none
  const character = String.fromCodePoint(point);
  const apart = character.normalize('NFD');
  const texts = [`x\u0301${character}`, `x${character}\u0323`, apart];
  for (const text of texts) {
    if (text.normalize('NFC') === text) continue;
    for (const each of text === apart ? apart : character) probes.push({ point: each.codePointAt(0)!, text });
  }
}
const expected = await reference.encodeAll(probes.map(({ text }) => text));
const late = new Set<number>();
const known = new Set<number>();
for (const [index, { point, text }] of probes.entries()) {
  const isLeftAlone = raw.encode(text).join() === expected[index]!.join();
  (isLeftAlone ? late : known).add(point);
}
const points = [...late].filter((point) => !known.has(point)).sort((a, b) => a - b);

const { nfkcNormalizer } = referencePackages()('tokenizers') as {
  nfkcNormalizer(): { normalizeString(text: string): string };
};
const nfkc = nfkcNormalizer();
const compatible: number[] = [];
for (let point = 0x80; point < 0x110000; point++) {
  if (point >= 0xd800 && point < 0xe000) continue;
  const character = String.fromCodePoint(point);
  const ours = character.normalize('NFKC');
  const theirs = nfkc.normalizeString(character);
  if (ours === theirs || ours === character.normalize('NFC')) continue;
  if (theirs !== character)
    throw new Error(`NFKC of U+${point.toString(16)} is neither the runtime's nor none.`);
  compatible.push(point);
}

function rangesOf(sorted: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const point of sorted) {
    const last = ranges.at(-1);
    if (last && point === last[1] + 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges.map(([first, last]) => `  [0x${first.toString(16)}, 0x${last.toString(16)}],`).join('\n');
}

writeFileSync(
  new URL('../src/tokenize/text/late-characters.data.ts', import.meta.url),
  `// Written by conformance/record-late-characters.ts from ${reference.name}: ranges, both ends included.
type Range = readonly [first: number, last: number];

/** Marks and letters that neither form joins with others. */
export const LATE_CHARACTERS: readonly Range[] = [
${rangesOf(points)}
];

/** Characters that NFKC does not level. */
export const LATE_COMPATIBLE: readonly Range[] = [
${rangesOf(compatible)}
];
`,
);
console.log(`${probes.length} probes, ${points.length} characters and ${compatible.length} compatible ones`);
