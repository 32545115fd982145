import type { CodePoints } from './code-points.js';

/** A pattern as a tree. */
export type Node =
  | { readonly kind: 'set'; readonly set: CodePoints }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly least: number; readonly most: number }
  /** The next character is in the set; at the end of the text, `atEnd` decides. */
  | { readonly kind: 'look'; readonly set: CodePoints; readonly atEnd: boolean };
