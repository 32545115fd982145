import type { Encoding } from '../../src/tokenize/index.js';
import type { Reference } from '../references/index.js';

/** What is wrong with a text's tokens, or `undefined`. */
export function difference(
  encoding: Encoding,
  reference: Reference,
  text: string,
  expected: readonly number[],
): string | undefined {
  const ids = encoding.encode(text);
  const at = firstDifference(ids, expected);
  if (at >= 0) return `id ${at} is ${ids[at]}, not ${expected[at]}`;
  const count = encoding.count(text);
  if (count !== ids.length) return `count says ${count}, encode makes ${ids.length}`;
  if (encoding.decode(ids) !== reference.restored(text)) return 'decode gives back another text';
  return undefined;
}

/** The same with control tokens read as such; only ids and count, since decoding does not depend on it. */
export function specialDifference(
  encoding: Encoding,
  text: string,
  expected: readonly number[],
): string | undefined {
  const options = { specialTokens: 'special' } as const;
  const ids = encoding.encode(text, options);
  const at = firstDifference(ids, expected);
  if (at >= 0) return `with control tokens, id ${at} is ${ids[at]}, not ${expected[at]}`;
  const count = encoding.count(text, options);
  return count === ids.length
    ? undefined
    : `with control tokens, count says ${count}, encode makes ${ids.length}`;
}

function firstDifference(ids: readonly number[], expected: readonly number[]): number {
  const length = Math.max(ids.length, expected.length);
  for (let index = 0; index < length; index++) if (ids[index] !== expected[index]) return index;
  return -1;
}
