import { type Ingredients, several } from './ingredients.js';

const PARTS = [
  ...[
    '😀',
    '👩',
    '👨',
    '👧',
    '❤',
    '✈',
    '🏳',
    '🌈',
    '☠',
    '🇩',
    '🇪',
    '🇯',
    '🇵',
    '#',
    '1',
    '💻',
    '🫱',
    '🫲',
    '🩷',
    '🪿',
    '🫩',
  ],
  // Joiner, variation selectors, keycap, skin tones, tags.
  ...[
    '\u200d',
    '\u200d',
    '\ufe0f',
    '\ufe0f',
    '\ufe0e',
    '\u20e3',
    '\u{1f3fb}',
    '\u{1f3ff}',
    '\u{e0067}',
    '\u{e007f}',
  ],
  ...[' ', 'a', '!'],
];

/** Emoji, whole and in parts: joined, toned, flagged, and joined to nothing. */
export function emoji({ random }: Ingredients): string {
  return several(random, 1, 20, () => random.pick(PARTS));
}
