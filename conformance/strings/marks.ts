import { type Ingredients, several } from './ingredients.js';

const BASES = [
  ...'aeiouAEnZ1 .\n',
  'é',
  'ṩ',
  'Å',
  'K',
  'क',
  'ก',
  'ع',
  '가',
  'ᄀ',
  'か',
  '①',
  '\u2126',
  '\u0958',
  'ﬁ',
  '\u1e9b',
  '\u{11935}',
  '\u{105d2}',
  '\u{16129}',
];
const MARKS = [
  // Over, under, over: their order is what normalising changes.
  ...'\u0301\u0300\u0308\u030a\u0323\u0327\u0307\u0338\u0345\u0334',
  ...'\u093c\u094d\u0e38\u0e48\u064e\u0651\u05b0\u3099\u309a\u1161\u11a8\u20dd\u0340\u0344\u0f71\u0f72',
  // Added since Unicode 12, so that old tables neither order nor compose them.
  ...'\u0897\u089b\u1ac5\u{10efe}\u{11930}\u{113c2}\u{1611e}\u{1611f}\u{1e08f}',
];

/** Letters under heaps of combining marks, composed and decomposed, and marks with nothing to stand on. */
export function marks({ random }: Ingredients): string {
  return several(random, 1, 12, () => {
    const base = random.once(6) ? '' : random.pick(BASES);
    return base + several(random, 0, 4, () => random.pick(MARKS));
  });
}
