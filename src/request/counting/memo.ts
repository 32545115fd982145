/** Remembers what was counted, so that a conversation that grows by a message costs what the message costs. */
export interface Memo {
  /**
   * What was made of a source before, if it still says the same; otherwise what `make` makes now.
   *
   * @param source - The caller's own object, which is not kept alive; or a name, for the few things that have no object.
   * @param signature - All that the result depends on, compared by `===`: texts by their content, so that a source that was changed
   * in place is counted anew.
   */
  recall<T>(source: unknown, signature: readonly unknown[], make: () => T): T;
}

interface Entry {
  readonly signature: readonly unknown[];
  readonly made: unknown;
}

/** A memory of one model's counts. What stood in one place of one name is forgotten when something else stands there. */
export function createMemo(): Memo {
  const objects = new WeakMap<object, Entry>();
  const names = new Map<string, Entry>();
  return {
    recall<T>(source: unknown, signature: readonly unknown[], make: () => T): T {
      const isObject = typeof source === 'object' && source !== null;
      if (!isObject && typeof source !== 'string') return make();
      const entry = isObject ? objects.get(source) : names.get(source);
      if (entry && isSame(entry.signature, signature)) return entry.made as T;
      const made = make();
      if (isObject) objects.set(source, { signature, made });
      else names.set(source, { signature, made });
      return made;
    },
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
