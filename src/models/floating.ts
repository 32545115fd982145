import data from './data/floating.json' with { type: 'json' };

/** What a floating id means at some instant. */
export interface Meaning {
  /** A canonical id. */
  readonly means: string;
  /** From when on it means that: an ISO day or instant. */
  readonly since: string;
}

// id → instant from which on → model, oldest first
const floating: ReadonlyMap<string, readonly (readonly [string, string])[]> = /* @__PURE__ */ new Map(
  Object.entries(data).map(([id, meanings]) => [id, Object.entries(meanings)] as const),
);

/**
 * What a floating id, one that its seller points to another model now and then, means.
 *
 * @param id - A known id in lower case, e.g. `"mistral-large-latest"`.
 * @param at - When; left out, the newest meaning.
 *
 * @returns The meaning; `'not-yet'` before the first that is known; `undefined` for an id that does not float.
 */
export function meaningOf(id: string, at?: Date): Meaning | 'not-yet' | undefined {
  const meanings = floating.get(id);
  if (!meanings) return undefined;
  const begun = meanings.filter(([since]) => at === undefined || Date.parse(since) <= at.getTime());
  const last = begun.at(-1);
  return last ? { since: last[0], means: last[1] } : 'not-yet';
}

/** The first meaning of a floating id that is known. */
export function firstMeaning(id: string): Meaning | undefined {
  const first = floating.get(id)?.[0];
  return first && { since: first[0], means: first[1] };
}
