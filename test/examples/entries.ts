import manifest from '../../package.json' with { type: 'json' };

/** The published subpaths and the file of each. */
export const ENTRIES: ReadonlyMap<string, string> = new Map(
  Object.keys(manifest.exports)
    .filter((subpath) => subpath !== './package.json')
    .map((subpath) => [`promptcost${subpath.slice(1)}`, fileOf(subpath.slice(2))]),
);

/** Those with functions; the others have one vocabulary each. */
export const FUNCTIONS: ReadonlyMap<string, string> = new Map(
  [...ENTRIES].filter(([name]) => !isEncoding(name)),
);

/** Names of the vocabularies with a subpath of their own. */
export const VOCABULARIES: readonly string[] = [...ENTRIES.keys()]
  .filter(isEncoding)
  .map((name) => name.split('/')[2]!);

function fileOf(name: string): string {
  return name.startsWith('encodings/')
    ? `src/${name}.ts`
    : `src/entries/${name.replaceAll('/', '-') || 'index'}.ts`;
}

function isEncoding(name: string): boolean {
  return name.startsWith('promptcost/encodings/');
}
