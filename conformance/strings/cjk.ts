import { type Ingredients, several } from './ingredients.js';

// First and how many: ideographs, hiragana, katakana, hangul, jamo, compatibility, extension A and B, half-width forms.
const BLOCKS = [
  [0x4e00, 0x5200],
  [0x3040, 0x60],
  [0x30a0, 0x60],
  [0xac00, 0x2ba4],
  [0x1100, 0x100],
  [0xf900, 0x6e],
  [0x3400, 0x19c0],
  [0x20000, 0xa6e0],
  [0xff66, 0x38],
] as const;
// Some that stand at the edges of the blocks, where patterns differ.
const EDGES = [
  '一',
  '龥',
  '龦',
  '鿿',
  '\u3041',
  '\u3099',
  '゛',
  '゠',
  '・',
  'ー',
  'ヿ',
  '々',
  '〆',
  '〇',
  '。',
  '、',
  '「',
  '」',
  '！',
  '　',
];
const OTHERS = ['A', 'b', '1', ' ', '\n', '.', "'"];

/** Chinese, Japanese and Korean, with their punctuation. */
export function cjk({ random, assigned }: Ingredients): string {
  const isAssigned = (code: number): boolean => assigned.some(([first, end]) => first <= code && code < end);
  const [first, count] = random.pick(BLOCKS);
  return several(random, 1, 30, () => {
    if (random.once(5)) return random.pick(EDGES);
    if (random.once(8)) return random.pick(OTHERS);
    const code = (random.once(3) ? 0x4e00 : first) + random.below(count);
    return isAssigned(code) ? String.fromCodePoint(code) : '字';
  });
}
