import { joins } from './joins.js';
import { LATE_CHARACTERS, LATE_COMPATIBLE } from './late-characters.data.js';
import { hasLongMarkRun, withSortedMarks } from './sorted-marks.js';

/** A normal form of Unicode, as the reference implementation has it. */
export interface NormalForm {
  /** The text in this form. */
  normalize(text: string): string;
  /** Whether the form may join a character (one code point) with what stands before it, or move it past that. */
  joins(character: string): boolean;
}

type Range = readonly [first: number, last: number];

/** Canonical composition: Qwen's normalizer. */
export const NFC: NormalForm = {
  normalize: /* @__PURE__ */ normalizerTo('NFC', LATE_CHARACTERS),
  joins,
};

/** Composition that also levels compatible characters, as a circled digit and the digit: the normalizer of Claude 2. */
export const NFKC: NormalForm = {
  normalize: /* @__PURE__ */ normalizerTo('NFKC', [...LATE_CHARACTERS, ...LATE_COMPATIBLE]),
  // A half-width vowel stands for one that joins.
  joins: (character) => joins(firstOf(character.normalize('NFKD'))),
};

/** The normal form that a vocabulary demands; `undefined` where it reads a text as it is. */
export function normalFormOf(normalizer: 'nfc' | 'nfkc' | null): NormalForm | undefined {
  if (normalizer === null) return undefined;
  return normalizer === 'nfc' ? NFC : NFKC;
}

/**
 * The reference's tables are older than the runtime's: it leaves alone some characters that Unicode has added since, and nothing joins
 * or passes them. What stands between such characters is normalized apart. A text that the runtime finds normal is so for the reference.
 */
function normalizerTo(form: 'NFC' | 'NFKC', ranges: readonly Range[]): (text: string) => string {
  let late: ReadonlySet<number> | undefined;
  return (text) => {
    const isLong = hasLongMarkRun(text);
    const part = (stretch: string): string => (isLong ? withSortedMarks(stretch) : stretch).normalize(form);
    const normalized = isLong ? '' : text.normalize(form);
    if (normalized === text) return text;
    late ??= new Set(ranges.flatMap(([first, last]) => pointsBetween(first, last)));
    let result = '';
    let from = 0;
    for (let at = 0; at < text.length; ) {
      const point = text.codePointAt(at)!;
      const next = at + (point > 0xffff ? 2 : 1);
      if (late.has(point)) {
        result += part(text.slice(from, at)) + text.slice(at, next);
        from = next;
      }
      at = next;
    }
    return from === 0 && !isLong ? normalized : result + part(text.slice(from));
  };
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function pointsBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
