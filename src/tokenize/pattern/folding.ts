import { type CodePoints, intersection, range, union } from './code-points.js';
import type { Node } from './node.js';
import { refused } from './refused.js';

const ASCII = 128;
/** Letters outside ASCII that fold to one within: the long s, and the sign of kelvins. */
const FOLDS_TO: ReadonlyMap<string, number> = new Map([
  ['s', 0x17f],
  ['k', 0x212a],
]);
/** Letters that fold together with one character: ß is ss, and there are ligatures. */
const TOGETHER = ['ss', 'ff', 'fi', 'fl', 'st'] as const;

export function isAscii(set: CodePoints): boolean {
  return (set.at(-1) ?? 0) <= ASCII;
}

/** A set of ASCII characters with the other case of its letters, as `(?i:…)` has it. */
export function withBothCases(set: CodePoints): CodePoints {
  let all = set;
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    const lower = letter.charCodeAt(0);
    const same = [lower, lower - 32, FOLDS_TO.get(letter) ?? lower];
    if (!same.some((point) => contains(set, point))) continue;
    for (const point of same) all = union(all, range(point, point));
  }
  return all;
}

/** Refuses, within `(?i:…)`, letters side by side that some engines find in one character and others do not. */
export function assertFoldsAlone(parts: readonly Node[]): void {
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    for (const pair of TOGETHER) {
      if (next && begins(part, pair.charCodeAt(0)) && begins(next, pair.charCodeAt(1))) {
        throw refused(`(?i:${pair}) is one character for some engines`);
      }
    }
  }
}

function begins(node: Node, point: number): boolean {
  if (node.kind === 'repeat') return begins(node.part, point);
  return node.kind === 'set' && contains(node.set, point);
}

function contains(set: CodePoints, point: number): boolean {
  return intersection(set, range(point, point)).length > 0;
}
