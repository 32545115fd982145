import { PATTERN_TOKEN, stepsOf } from './pattern-steps.js';
import { refusedFile } from './refused-file.js';

const LONGEST = 4_000; // characters
const MOST_STEPS = 2_000; // at one place of a text, over all alternatives: their ways times their lengths

const LETTERS = {
  before: String.raw`[^\r\n\p{L}\p{N}]?`,
  upper: String.raw`[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]`,
  lower: String.raw`[\p{Ll}\p{Lm}\p{Lo}\p{M}]`,
  endings: ["(?i:'s|'t|'re|'ve|'m|'ll|'d)?", ''],
};

/** Fails on one character only: a longer run of spaces it gives back one. */
const LAST_SPACE = String.raw`\s+(?!\S)`;

/** Alternatives of known tokenizers that may read far and then fail, and the one that takes what they have read, if it stands behind. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  [String.raw`\s*[\r\n]+`, String.raw`\s+`],
  [String.raw`\s*[\r\n]`, String.raw`\s+`],
  ...LETTERS.endings.map((ending): [string, string] => [
    `${LETTERS.before}${LETTERS.upper}*${LETTERS.lower}+${ending}`,
    `${LETTERS.before}${LETTERS.upper}+${LETTERS.lower}*${ending}`,
  ]),
]);

/**
 * Refuses a pattern on which a backtracking engine could take more than linear time: such an engine runs the patterns of a file that our
 * own does not compile.
 *
 * Behind an endless quantifier nothing may be required: then a long run is never read in vain, to be read again from its second
 * character. Besides, the alternatives that {@link KNOWN} has. What is not endless is few steps; no quantifier stands upon another or
 * upon a group that holds one or a choice; nothing refers back or looks behind.
 */
export function assertSafePattern(pattern: string): void {
  if (pattern.length > LONGEST)
    throw refusedFile(`a pattern has ${pattern.length} characters, more than ${LONGEST}`);
  const alternatives = alternativesOf(pattern).map(
    (each) => each.replaceAll('\r', '\\r').replaceAll('\n', '\\n'), // files have both spellings
  );
  const steps = alternatives.reduce(
    (sum, alternative, index) => sum + (isTaken(alternatives, index) ? 0 : stepsOf(alternative)),
    0,
  );
  if (!(steps <= MOST_STEPS)) throw refusedFile('a pattern has too many choices');
}

/** Whether what the alternative reads in vain is taken at once by one behind it. */
function isTaken(alternatives: readonly string[], index: number): boolean {
  const alternative = alternatives[index]!;
  if (alternative === LAST_SPACE) return true;
  const next = alternatives[index + 1] === LAST_SPACE ? index + 2 : index + 1;
  return KNOWN.has(alternative) && alternatives[next] === KNOWN.get(alternative);
}

/** The alternatives at the top of a pattern. */
function alternativesOf(pattern: string): string[] {
  const parts: string[] = [];
  let [depth, classes, from] = [0, 0, 0];
  for (const { 0: token, index } of pattern.matchAll(PATTERN_TOKEN)) {
    if (token === '[') classes++;
    else if (token === ']') classes = Math.max(0, classes - 1);
    else if (classes > 0) continue;
    else if (token.startsWith('(')) depth++;
    else if (token === ')') depth--;
    else if (token === '|' && depth === 0) {
      parts.push(pattern.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, pattern.slice(from)];
}
