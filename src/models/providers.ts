import affixes from './data/affixes.json' with { type: 'json' };

/** What people write for a provider → how this library names it: `together_ai` → `together`. */
export const providerNames: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  [...Object.entries(affixes.vendors), ...Object.entries(affixes.sellers)].flatMap(([id, names]) =>
    names.map((name) => [name, id] as const),
  ),
);

/**
 * A provider's name in this library.
 *
 * @param name - As the caller wrote it: `"together_ai"`, `"Amazon-Bedrock"`.
 *
 * @returns For example `"together"`; a name that is not known comes back in lower case.
 */
export function providerId(name: string): string {
  const lower = name.toLowerCase();
  return providerNames.get(lower) ?? lower;
}
