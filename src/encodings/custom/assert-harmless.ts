import { refusedFile } from './refused-file.js';
import { assertSafePattern } from './safe-pattern.js';
import type { Part } from './tokenizer-json.js';

const DEEPEST = 32;
const MOST_VALUES = 100_000;
const LONGEST_STRING = 8_000_000; // a Unigram file has a table of characters, as one string of some 300,000
const LISTS = ['normalizers', 'pretokenizers', 'processors', 'decoders'];

/**
 * Refuses steps that would hang or overflow an engine: nested too deep (or within themselves), too many, or without what
 * they need.
 *
 * @param skipped - Values looked at elsewhere.
 * @param assertStep - What to ask of each object.
 */
export function assertHarmless(
  root: unknown,
  skipped: ReadonlySet<unknown> = new Set(),
  assertStep: (step: Part) => void = assertFollowable,
): void {
  let level: unknown[] = [root];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw refusedFile(`its parts nest deeper than ${DEEPEST}`);
    const next: unknown[] = [];
    for (const value of level) {
      if (++values > MOST_VALUES) throw refusedFile(`it has more than ${MOST_VALUES} parts`);
      if (typeof value === 'string' && value.length > LONGEST_STRING)
        throw refusedFile(`a string in it has ${value.length} characters`);
      if (typeof value === 'number' && !Number.isFinite(value))
        throw refusedFile('a number in it is not finite');
      if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
        throw refusedFile(`it holds a ${typeof value}`);
      if (typeof value !== 'object' || value === null || skipped.has(value)) continue;
      assertStep(value as Part);
      if (Array.isArray(value) && value.length > MOST_VALUES)
        throw refusedFile(`a list in it has ${value.length} entries`);
      for (const child of Object.values(value)) next.push(child);
      if (next.length > MOST_VALUES) throw refusedFile(`it has more than ${MOST_VALUES} parts`);
    }
    level = next;
  }
}

/** Refuses patterns that only a backtracking engine would run, and could run for ever. */
export function assertSafeStep({ pattern }: Part): void {
  const { Regex: regex } = (pattern ?? {}) as Part;
  if (typeof regex === 'string') assertSafePattern(regex);
}

/** What no step may say, wherever it stands. */
function assertFollowable(step: Part): void {
  const { type, pattern, length } = step;
  if (type === 'FixedLength' && !(Number.isInteger(length) && (length as number) > 0))
    throw refusedFile('a FixedLength has no length above 0');
  if (type === 'Sequence' && !LISTS.some((list) => isStepList(step[list])))
    throw refusedFile('a Sequence has no list of steps');
  if (pattern === undefined) return;
  const { Regex: regex, String: text } = (pattern ?? {}) as Part;
  const given = regex ?? text;
  if (typeof given !== 'string' || given === '' || (regex !== undefined && text !== undefined))
    throw refusedFile('a pattern in it is neither a Regex nor a String');
}

function isStepList(list: unknown): boolean {
  return Array.isArray(list) && list.every((step) => typeof step === 'object' && step !== null);
}
