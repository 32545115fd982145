import type { CodePoints } from './code-points.js';

/** A pattern as a tree. */
export type Node =
  | { readonly kind: 'set'; readonly set: CodePoints }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly parts: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly part: Node;
      readonly least: number;
      readonly most: number;
      /** Gives nothing back of what it took. */
      readonly isPossessive: boolean;
    }
  /** The next character is in the set; at the end of the text, `atEnd` decides. */
  | { readonly kind: 'look'; readonly set: CodePoints; readonly atEnd: boolean };

/** Whether it may match without a character. */
export function canBeEmpty(node: Node): boolean {
  switch (node.kind) {
    case 'set':
      return false;
    case 'look':
      return true;
    case 'repeat':
      return node.least === 0 || canBeEmpty(node.part);
    case 'choice':
      return node.parts.some(canBeEmpty);
    case 'sequence':
      return node.parts.every(canBeEmpty);
  }
}
