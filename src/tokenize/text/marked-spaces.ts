import type { Normalized } from './normalize.js';

/** U+2581, which SentencePiece writes for a space; spelled out in a text it is one. */
export const MARK = '\u2581';

/** The text with spaces where it spells their mark, and the prefix before it unless it is empty. */
export function withSpaces(text: string, prefix: string): string {
  return text === '' ? '' : prefix + text.replaceAll(MARK, ' ');
}

/** The same with the way back: only the prefix moves offsets. */
export function normalizeSpaces(original: string, prefix: string): Normalized {
  const back = (at: number): number => Math.max(0, at - prefix.length);
  return { text: withSpaces(original, prefix), originalSpan: (start, end) => [back(start), back(end)] };
}

/**
 * A text cut around the runs of two and more marks, which are tokens of their own.
 *
 * @param longest - The longest run that is one token; a longer one is cut, from the left.
 */
export function cutAtMarkRuns(text: string, longest: number): string[] {
  if (longest < 2 || !text.includes(MARK + MARK)) return [text];
  return text.split(markRun(longest)).filter((part) => part !== '');
}

/** A run of marks that is a token of its own, in a group so that splitting keeps it. */
export function markRun(longest: number): RegExp {
  return new RegExp(`(${MARK}{2,${longest}})`);
}
