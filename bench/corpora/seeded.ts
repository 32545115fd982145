/** Whole numbers from 0 up to, not including, `below`; the same sequence for the same seed, on every machine. */
export type Random = (below: number) => number;

/** Mulberry32: 32 bits of state are plenty for choosing words. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export function pick<T>(items: readonly T[], random: Random): T {
  return items[random(items.length)]!;
}

/** A shuffled copy. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

/** The first `length` UTF-16 units, one fewer where that would cut a character in half. */
export function sliced(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** The same text as one plain string, not the rope or the window on a longer one that JavaScript may hold for it. */
export function flat(text: string): string {
  return Buffer.from(text).toString();
}
