import affixes from './data/affixes.json' with { type: 'json' };

const areas: readonly (readonly [string, RegExp])[] = /* @__PURE__ */ Object.entries(affixes.areas).map(
  ([area, pattern]) => [area, new RegExp(`^(${pattern})$`)],
);

/**
 * The wider areas that a region of a cloud lies in, by whose names prices are listed.
 *
 * @param region - In lower case, e.g. `"eu-central-1"` of AWS, `"europe-west1"` of Google, `"swedencentral"` of Azure.
 *
 * @returns The narrowest first: `['eu', 'regional']`; `['jp', 'apac', 'regional']` for `"ap-northeast-1"`; none for `"global"`.
 */
export function areasOf(region: string): string[] {
  return areas.filter(([area, pattern]) => area !== region && pattern.test(region)).map(([area]) => area);
}
