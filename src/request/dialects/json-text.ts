import { PromptCostError } from '../../errors/index.js';

/** Values in one tool, schema or part. The largest schemas that providers accept have a few thousand. */
const MOST_VALUES = 500_000;
const DEEPEST = 500;

/**
 * A value as compact JSON.
 *
 * @param value - From outside: it may be circular, enormous, or throw when it is read.
 * @param path - What to call it in an error, which never shows the value.
 * @param instead - What to write for a value in it, bytes among them; default the value.
 *
 * @returns The text; empty for what JSON has no word for.
 */
export function jsonText(value: unknown, path: string, instead?: (value: unknown) => unknown): string {
  if (typeof value === 'string' && !instead) return JSON.stringify(value);
  assertBounded(value, path, instead && ArrayBuffer.isView);
  // A Buffer has written itself as a list of numbers before it comes here.
  const replacer =
    instead &&
    function (this: unknown, key: string, written: unknown): unknown {
      const own = (this as Readonly<Record<string, unknown>>)[key];
      return instead(ArrayBuffer.isView(own) ? own : written);
    };
  try {
    return JSON.stringify(value, replacer) ?? '';
  } catch {
    throw refused(path, 'a value in it throws or has no JSON form');
  }
}

/**
 * Refuses what reading would never end: of objects that are shared, each level can double what is below it.
 *
 * @param root - From outside.
 * @param path - What to call it in an error.
 * @param isWhole - What is not looked into.
 */
export function assertBounded(
  root: unknown,
  path: string,
  isWhole: (value: object) => boolean = () => false,
): void {
  let values = 0;
  const visit = (value: unknown, depth: number): void => {
    if (++values > MOST_VALUES)
      throw refused(path, `it holds more than ${MOST_VALUES} values, or is circular`);
    if (typeof value !== 'object' || value === null || isWhole(value)) return;
    if (depth > DEEPEST) throw refused(path, `it is circular or nested more than ${DEEPEST} levels deep`);
    for (const key in value) visit((value as Readonly<Record<string, unknown>>)[key], depth + 1);
  };
  visit(root, 0);
}

function refused(path: string, why: string): PromptCostError {
  return new PromptCostError('invalid-input', `${path} cannot be counted: ${why}. Pass plain JSON data.`);
}
