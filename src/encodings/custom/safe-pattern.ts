import { refusedFile } from './refused-file.js';

const LONGEST = 4_000; // characters
const MANY = 32; // a quantifier that allows more is as good as endless
const MOST_WAYS = 1_000; // that the choices and bounded quantifiers of one alternative allow together

/** Alternatives with several endless quantifiers that known tokenizers have: their runs end each other. */
const KNOWN: ReadonlySet<string> = new Set([
  String.raw`\s*[\r\n]+`,
  String.raw`\s*[\r\n]`,
  String.raw` ?[^\s\p{L}\p{N}]+[\r\n]*`,
  String.raw` ?[^\s\p{L}\p{N}]+[\r\n/]*`,
  String.raw` ?[\p{P}\p{S}]+[\r\n]*`,
  ...["(?i:'s|'t|'re|'ve|'m|'ll|'d)?", ''].flatMap((ending) => [
    String.raw`[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+${ending}`,
    String.raw`[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*${ending}`,
  ]),
]);

/**
 * Refuses a pattern on which a backtracking engine could take more than quadratic time: such an engine runs the patterns of a file that
 * our own does not compile.
 *
 * Allowed are alternatives that known tokenizers have, and others with one endless quantifier at most, few choices, no quantifier upon
 * another or upon a group that holds one or a choice, no back-reference and no look-behind.
 */
export function assertSafePattern(pattern: string): void {
  if (pattern.length > LONGEST)
    throw refusedFile(`a pattern has ${pattern.length} characters, more than ${LONGEST}`);
  for (const alternative of alternativesOf(pattern)) {
    const escaped = alternative.replaceAll('\r', '\\r').replaceAll('\n', '\\n'); // files have both spellings
    if (!KNOWN.has(escaped)) assertSafeAlternative(escaped);
  }
}

const TOKEN = /\\[pP]\{[^}]*\}|\\.|\[|\]|\((?:\?[a-z]*[:=!>]|\?<[=!]?)?|\)|[*+?]|\{(\d*)(,?)(\d*)\}|\||./gsu;

/** The alternatives at the top of a pattern. */
function alternativesOf(pattern: string): string[] {
  const parts: string[] = [];
  let [depth, classes, from] = [0, 0, 0];
  for (const { 0: token, index } of pattern.matchAll(TOKEN)) {
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

function assertSafeAlternative(alternative: string): void {
  const groups: boolean[] = []; // for each open group: whether it holds a quantifier or a choice
  let [classes, endless, ways] = [0, 0, 1];
  let quantified = ''; // the quantifier that has just ended
  let closed = false; // whether the group that has just ended held one
  for (const [token, least, comma, most] of alternative.matchAll(TOKEN)) {
    const [varies, before] = [closed, quantified];
    [closed, quantified] = [false, ''];
    if (token === '[') classes++;
    else if (token === ']') classes = Math.max(0, classes - 1);
    else if (classes > 0) continue;
    else if (/^\\[1-9kg]/.test(token)) throw refusedFile('a pattern refers back to a group');
    else if (token.startsWith('(?<')) throw refusedFile('a pattern looks behind, or names a group');
    else if (token.startsWith('(')) groups.push(false);
    else if (token === ')') {
      closed = groups.pop() ?? false;
      if (closed && groups.length > 0) groups[groups.length - 1] = true;
    } else if (token === '|') {
      groups[groups.length - 1] = true;
      ways *= 2;
    } else if ('*+?'.includes(token) || least !== undefined) {
      // Lazy, or possessive.
      if (before !== '' && (token === '?' || (token === '+' && '*+?'.includes(before)))) continue;
      if (before !== '') throw refusedFile('a quantifier stands upon another in a pattern');
      if (varies && token !== '?') throw refusedFile('a pattern repeats a group that varies itself');
      const upTo =
        token === '?' ? 1 : most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least || 'NaN');
      if (!(upTo <= MANY)) endless++;
      else if (token === '?' || comma) ways *= upTo - Number(least ?? 0) + 1;
      if (groups.length > 0) groups[groups.length - 1] = true;
      quantified = token;
    }
  }
  if (!(ways <= MOST_WAYS)) throw refusedFile('an alternative of a pattern has too many choices');
  if (endless > 1) throw refusedFile(`${endless} endless quantifiers stand in one alternative of a pattern`);
}
