import { type CodePoints, intersection, union } from './code-points.js';
import type { Node } from './node.js';
import { refused } from './refused.js';

/**
 * Sees to it that a possessive quantifier may be read as a greedy one.
 *
 * A possessive run gives nothing back; a greedy one would only where what follows can begin with a character of the run.
 */
export function assertSameAsGreedy(parts: readonly Node[], index: number): void {
  const run = parts[index]!;
  const set = run.kind === 'repeat' && run.part.kind === 'set' ? run.part.set : undefined;
  const bounded = run.kind === 'repeat' && run.most !== Number.POSITIVE_INFINITY;
  for (const next of parts.slice(index + 1)) {
    const { first, empty } = beginning(next);
    if (!set || intersection(set, first).length > 0) {
      throw refused('a possessive quantifier stands before something that could begin with what it took');
    }
    if (!empty) return;
  }
  if (!set && !bounded) throw refused('a possessive quantifier stands behind a group');
}

/** With which characters a part can begin, and whether it can be empty. */
export function beginning(node: Node): { first: CodePoints; empty: boolean } {
  switch (node.kind) {
    case 'set':
      return { first: node.set, empty: false };
    case 'look':
      return { first: [], empty: true };
    case 'repeat': {
      const { first, empty } = beginning(node.part);
      return { first, empty: empty || node.least === 0 };
    }
    case 'choice': {
      const each = node.parts.map(beginning);
      return {
        first: each.reduce<CodePoints>((set, { first }) => union(set, first), []),
        empty: each.some(({ empty }) => empty),
      };
    }
    case 'sequence': {
      let first: CodePoints = [];
      for (const part of node.parts) {
        const next = beginning(part);
        first = union(first, next.first);
        if (!next.empty) return { first, empty: false };
      }
      return { first, empty: true };
    }
  }
}
