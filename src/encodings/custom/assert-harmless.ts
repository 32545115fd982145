import { refusedFile } from './refused-file.js';
import { assertSafePattern } from './safe-pattern.js';

const DEEPEST = 32;
const MOST_VALUES = 100_000;
const LONGEST_STRING = 8_000_000; // a Unigram file has a table of characters, as one string of some 300,000
const LISTS = ['normalizers', 'pretokenizers', 'processors', 'decoders'];

/**
 * Refuses steps that would hang or overflow an engine: nested too deep (or within themselves), too many, or with a pattern that could
 * take for ever.
 *
 * @param skipped - Values looked at elsewhere.
 */
export function assertHarmless(root: unknown, skipped: ReadonlySet<unknown> = new Set()): void {
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
      assertStep(value);
      if (Array.isArray(value) && value.length > MOST_VALUES)
        throw refusedFile(`a list in it has ${value.length} entries`);
      for (const child of Object.values(value)) next.push(child);
      if (next.length > MOST_VALUES) throw refusedFile(`it has more than ${MOST_VALUES} parts`);
    }
    level = next;
  }
}

/** What a step may not say, wherever it stands. */
function assertStep(step: object): void {
  const { pattern, type, length } = step as Readonly<Record<string, unknown>>;
  if (type === 'FixedLength' && !(Number.isInteger(length) && (length as number) > 0))
    throw refusedFile('a FixedLength has no length above 0');
  if (
    type === 'Sequence' &&
    !LISTS.some((list) => isStepList((step as Readonly<Record<string, unknown>>)[list]))
  )
    throw refusedFile('a Sequence has no list of steps');
  if (pattern === undefined) return;
  const { Regex: regex, String: text } = (pattern ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof regex === 'string' && regex !== '') assertSafePattern(regex);
  else if (typeof text !== 'string' || text === '' || regex !== undefined)
    throw refusedFile('a pattern in it is neither a Regex nor a String');
}

function isStepList(list: unknown): boolean {
  return Array.isArray(list) && list.every((step) => typeof step === 'object' && step !== null);
}
