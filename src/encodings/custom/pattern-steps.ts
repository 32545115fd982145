import { refusedFile } from './refused-file.js';

const MANY = 32; // a quantifier that allows more is as good as endless

/** What a pattern consists of: a class in brackets takes several. */
export const PATTERN_TOKEN: RegExp =
  /\\[pPxu]\{[^}]*\}|\\.|\[|\]|\((?:\?[a-z]*[:=!>]|\?<[=!]?)?|\)|[*+?]|\{(\d*)(,?)(\d*)\}|\||./gsu;

/** What is known of an alternative, or of a group in it, up to some place. */
interface Scope {
  /** Whether it holds a quantifier or a choice, so that it may match in several ways. */
  varies: boolean;
  /** Whether something endless stands before the place; and anywhere. */
  isEndless: boolean;
  hasEndless: boolean;
  /** How many branches it has. */
  choices: number;
  readonly looksAhead: boolean;
  /** Steps before it. */
  readonly from: number;
}

/**
 * How many steps a backtracking engine takes at most for an alternative, what is endless left out.
 *
 * Throws where it may read a long run in vain, to read it again from its second character.
 */
export function stepsOf(alternative: string): number {
  const scopes: Scope[] = [scope(false, 0)];
  let [classes, ways, steps, atom] = [0, 1, 0, 0]; // atom: steps of the one that has just ended
  let quantified = ''; // the quantifier that has just ended
  let closed = false; // whether the group that has just ended varies
  let isRequired = false; // whether what has just ended stands behind something endless
  for (const [token, least, comma, most] of alternative.matchAll(PATTERN_TOKEN)) {
    const here = scopes.at(-1)!;
    if (token === ']') classes = Math.max(0, classes - 1);
    if (token === '[') classes++;
    if (classes > 0) continue;
    if ('*+?'.includes(token) || least !== undefined) {
      // Lazy, or possessive.
      if (quantified !== '' && (token === '?' || (token === '+' && '*+?'.includes(quantified)))) continue;
      if (quantified !== '') throw refusedFile('a quantifier stands upon another in a pattern');
      if (closed && token !== '?') throw refusedFile('a pattern repeats a group that varies itself');
      const from = least === undefined ? Number(token === '+') : Number(least);
      const to =
        token === '?' ? 1 : most ? Number(most) : comma || !least ? Number.POSITIVE_INFINITY : Number(least);
      if (isRequired && from > 0) throw behindEndless();
      if (from > MANY) throw refusedFile(`a pattern repeats something ${MANY} times and more`);
      if (to <= MANY) {
        ways *= to - from + 1;
        steps += atom * Math.max(0, to - 1);
      } else {
        if (scopes.some(({ looksAhead }) => looksAhead))
          throw refusedFile('a pattern looks ahead without end');
        here.isEndless = true;
        here.hasEndless = true;
      }
      here.varies = true;
      quantified = token;
      isRequired = false;
      continue;
    }
    if (isRequired) throw behindEndless();
    [quantified, closed] = ['', false];
    if (/^\\[1-9kgG]/.test(token)) throw refusedFile('a pattern refers back');
    if (token.startsWith('(?<')) throw refusedFile('a pattern looks behind, or names a group');
    if (token.startsWith('(')) scopes.push(scope(/[=!]$/.test(token), steps));
    else if (token === '|') {
      [here.varies, here.isEndless] = [true, false];
      here.choices++;
    } else if (token === ')') {
      if (scopes.length > 1) scopes.pop();
      ways *= here.choices;
      const around = scopes.at(-1)!;
      [closed, isRequired, atom] = [here.varies, around.isEndless, steps - here.from];
      around.varies ||= here.varies;
      around.isEndless ||= here.hasEndless;
      around.hasEndless ||= here.hasEndless;
    } else {
      [isRequired, atom] = [here.isEndless, 1];
      steps++;
    }
  }
  if (isRequired) throw behindEndless();
  return ways * steps;
}

function scope(looksAhead: boolean, from: number): Scope {
  return { varies: false, isEndless: false, hasEndless: false, choices: 1, looksAhead, from };
}

function behindEndless(): Error {
  return refusedFile('a pattern reads without end, and then requires more');
}
