/** A node of a parsed template, as `@huggingface/jinja` makes them: which fields it has, its type says. */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What only the package's own interpreter renders: a form that no template of ours has, or a value of an unusual type. */
export class Unusual extends Error {}

export function unusual(): never {
  throw new Unusual();
}
