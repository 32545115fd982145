import { ALL, type CodePoints, intersection, union } from './code-points.js';
import type { Node } from './node.js';
import { refused } from './refused.js';

/** What may come next in a text where the rest of a pattern is to match. */
interface Rest {
  /** The characters before which it may match. */
  readonly before: CodePoints;
  /** Whether it matches whatever comes, if need be by nothing. */
  readonly isSure: boolean;
}

const END: Rest = { before: ALL, isSure: true };

/**
 * Sees to it that each possessive quantifier of a pattern may be read as a greedy one, and refuses the pattern otherwise.
 *
 * A greedy run gives characters back when the rest of the pattern does not match behind it. That never happens where the rest always
 * matches; and it changes nothing where the rest cannot match before a character of the run.
 */
export function assertPossessiveIsGreedy(pattern: Node): void {
  assertWithin(pattern, END);
}

function assertWithin(node: Node, rest: Rest): void {
  switch (node.kind) {
    case 'set':
    case 'look':
      return;
    case 'choice':
      for (const part of node.parts) assertWithin(part, rest);
      return;
    case 'sequence': {
      let after = rest;
      for (const part of node.parts.toReversed()) {
        assertWithin(part, after);
        after = restFrom(part, after);
      }
      return;
    }
    case 'repeat': {
      const { part, isPossessive, least, most } = node;
      if (isPossessive && !rest.isSure) {
        if (part.kind !== 'set') throw refused('a possessive quantifier stands behind a group');
        if (intersection(part.set, rest.before).length > 0) {
          throw refused('a possessive quantifier stands before something that could begin with what it took');
        }
      }
      const again = most > 1 ? union(restFrom(part, END).before, rest.before) : rest.before;
      assertWithin(part, { before: again, isSure: rest.isSure && least <= 1 });
    }
  }
}

/** What may come where this part is to match and then the rest. */
function restFrom(node: Node, rest: Rest): Rest {
  switch (node.kind) {
    case 'set':
      return { before: node.set, isSure: false };
    case 'look':
      return { before: intersection(node.set, rest.before), isSure: false };
    case 'choice': {
      const each = node.parts.map((part) => restFrom(part, rest));
      return {
        before: each.reduce<CodePoints>((all, { before }) => union(all, before), []),
        isSure: each.some(({ isSure }) => isSure),
      };
    }
    case 'sequence':
      return node.parts.reduceRight((after, part) => restFrom(part, after), rest);
    case 'repeat': {
      const once = restFrom(node.part, END).before;
      if (node.least > 0) return { before: once, isSure: false };
      return { before: union(once, rest.before), isSure: rest.isSure };
    }
  }
}
