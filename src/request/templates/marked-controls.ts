import { absentMark } from './absent-mark.js';
import { controlPattern } from './prompt-pieces.js';

/**
 * A value with a mark in every control token that one of its strings spells out, so that none of them is taken for one.
 *
 * @param value - Plain data.
 * @param controls - The control tokens.
 *
 * @returns The marked copy and the mark, or `undefined` where no text spells a control token.
 */
export function markedControls(
  value: unknown,
  controls: readonly string[],
): { readonly value: unknown; readonly mark: string } | undefined {
  const pattern = controlPattern(controls);
  if (!hasText(value, (text) => text.search(pattern) >= 0)) return undefined;
  const texts: string[] = [];
  hasText(value, (text) => texts.push(text) === 0);
  const mark = absentMark(texts);
  const marked = mapTexts(value, (text) =>
    text.replace(pattern, (control) => control.charAt(0) + mark + control.slice(1)),
  );
  return { value: marked, mark };
}

/** Whether any string in plain data, keys too, is of some kind. */
function hasText(value: unknown, is: (text: string) => boolean): boolean {
  if (typeof value === 'string') return is(value);
  if (Array.isArray(value)) return value.some((each) => hasText(each, is));
  if (typeof value !== 'object' || value === null) return false;
  for (const key of Object.keys(value)) {
    if (is(key) || hasText((value as Readonly<Record<string, unknown>>)[key], is)) return true;
  }
  return false;
}

/** A copy of plain data with every string in it, keys too, put through a function. */
function mapTexts(value: unknown, of: (text: string) => string): unknown {
  if (typeof value === 'string') return of(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, of));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [of(key), mapTexts(each, of)]));
}
