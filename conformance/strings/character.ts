import type { Ingredients } from './ingredients.js';

/** One assigned character: of any range alike, so that small scripts come up as often as Chinese, or of the first few blocks. */
export function character({ random, assigned }: Ingredients): string {
  const limit = random.pick([0x250, 0x3000, 0x110000]);
  for (;;) {
    const [first, end] = random.pick(assigned);
    const code = first + random.below(end - first);
    if (code < limit) return String.fromCodePoint(code);
  }
}
