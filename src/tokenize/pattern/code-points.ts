/** A set of code points: the ends of its runs, ascending; a point is in it when an odd number of them is not above it. */
export type CodePoints = readonly number[];

/** One more than the last code point. */
export const LIMIT = 0x110000;
export const ALL: CodePoints = [0, LIMIT];

export function range(first: number, last: number): CodePoints {
  return [first, last + 1];
}

export function union(a: CodePoints, b: CodePoints): CodePoints {
  return combined(a, b, (inA, inB) => inA || inB);
}

export function intersection(a: CodePoints, b: CodePoints): CodePoints {
  return combined(a, b, (inA, inB) => inA && inB);
}

export function complement(a: CodePoints): CodePoints {
  return combined(a, a, (inA) => !inA);
}

function combined(a: CodePoints, b: CodePoints, has: (inA: boolean, inB: boolean) => boolean): CodePoints {
  const ends: number[] = [];
  let i = 0;
  let j = 0;
  let inside = false;
  for (let at = 0; at < LIMIT; ) {
    while (i < a.length && a[i]! <= at) i++;
    while (j < b.length && b[j]! <= at) j++;
    if (has(i % 2 === 1, j % 2 === 1) !== inside) {
      inside = !inside;
      ends.push(at);
    }
    at = Math.min(a[i] ?? LIMIT, b[j] ?? LIMIT);
  }
  if (inside) ends.push(LIMIT);
  return ends;
}
