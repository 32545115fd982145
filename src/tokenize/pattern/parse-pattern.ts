import type { PromptCostError } from '../../errors/index.js';
import { type CodePoints, complement, intersection, range, union } from './code-points.js';
import type { Node } from './node.js';
import { assertSameAsGreedy, beginning } from './possessive.js';
import { anyButLineFeed, propertySet } from './properties.js';
import { refused } from './refused.js';

const DEEPEST = 20; // groups within groups
const LONGEST = 4_000; // characters
const MOST_REPEATS = 32;

/**
 * Reads a pre-tokenizer's pattern: the syntax that tiktoken's and Hugging Face's patterns use, and no more.
 *
 * What cannot be read exactly is refused by name: a back-reference, a look-behind, a look-ahead at more than one character, a lazy
 * quantifier. A possessive quantifier is read as a greedy one where that is the same (`possessive.ts`).
 */
export function parsePattern(pattern: string): Node {
  if (pattern.length > LONGEST) throw refused(`it has ${pattern.length} characters, more than ${LONGEST}`);
  return new PatternParser(Array.from(pattern)).parse();
}

class PatternParser {
  readonly #characters: readonly string[];
  #at = 0;
  #depth = 0;
  #folds = false; // within (?i:…)
  #caseless = 0; // in the class at hand: 1 where Lm was named, 2 where Lo was

  constructor(characters: readonly string[]) {
    this.#characters = characters;
  }

  parse(): Node {
    const node = this.#choice();
    if (this.#at < this.#characters.length) throw this.#unexpected();
    return node;
  }

  #choice(): Node {
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    const possessive: number[] = [];
    while (this.#at < this.#characters.length && this.#peek() !== '|' && this.#peek() !== ')') {
      const atom = this.#atom();
      const repeated = this.#repeated(atom);
      if (repeated.possessive) possessive.push(parts.length);
      parts.push(repeated.node);
    }
    for (const index of possessive) assertSameAsGreedy(parts, index);
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }

  #repeated(atom: Node): { node: Node; possessive: boolean } {
    const bounds = this.#bounds();
    if (!bounds) return { node: atom, possessive: false };
    if (atom.kind === 'look') throw this.#refusedHere('a look-ahead is repeated');
    if (beginning(atom).empty) throw this.#refusedHere('a quantifier upon what can be empty'); // engines differ there
    if (this.#take('?')) throw this.#refusedHere('a lazy quantifier');
    const possessive = this.#take('+');
    if (this.#bounds()) throw this.#refusedHere('a quantifier upon a quantifier');
    return { node: { kind: 'repeat', part: atom, ...bounds }, possessive };
  }

  #bounds(): { least: number; most: number } | undefined {
    if (this.#take('?')) return { least: 0, most: 1 };
    if (this.#take('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
    if (this.#take('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
    const text = this.#characters.slice(this.#at, this.#at + 15).join('');
    const found = /^\{(\d{1,6})(?:(,)(\d{1,6})?)?\}/.exec(text);
    if (!found) return undefined;
    this.#at += found[0].length;
    const least = Number(found[1]);
    const most = found[2] ? (found[3] ? Number(found[3]) : Number.POSITIVE_INFINITY) : least;
    if (
      least > MOST_REPEATS ||
      (most > MOST_REPEATS && most !== Number.POSITIVE_INFINITY) ||
      most < least ||
      most === 0
    ) {
      throw this.#refusedHere(`the quantifier ${found[0]}`);
    }
    return { least, most };
  }

  #atom(): Node {
    if (this.#take('(')) return this.#group();
    if (this.#take('$')) return { kind: 'look', set: [], atEnd: true };
    if (this.#take('.')) return { kind: 'set', set: anyButLineFeed() };
    if ('*+?{^'.includes(this.#peek())) throw this.#unexpected();
    this.#caseless = 0;
    const set = this.#peek() === '[' ? this.#bracket() : this.#folded(this.#single());
    if (this.#caseless === 1 || this.#caseless === 2)
      throw this.#refusedHere('Lm without Lo, or Lo without Lm,');
    return { kind: 'set', set };
  }

  #group(): Node {
    if (++this.#depth > DEEPEST) throw this.#refusedHere(`groups nest deeper than ${DEEPEST}`);
    const folds = this.#folds;
    let look: boolean | undefined;
    if (this.#take('?')) {
      if (this.#take('=')) look = true;
      else if (this.#take('!')) look = false;
      else {
        if (this.#take('i')) this.#folds = true;
        if (!this.#take(':'))
          throw this.#refusedHere('a group that is neither (?:…), (?i:…), (?=…) nor (?!…)');
      }
    }
    let node = this.#choice();
    if (!this.#take(')')) throw this.#refusedHere('a group is not closed');
    this.#folds = folds;
    this.#depth--;
    if (look !== undefined) {
      if (node.kind !== 'set') throw this.#refusedHere('a look-ahead at more than one character');
      node = look
        ? { kind: 'look', set: node.set, atEnd: false }
        : { kind: 'look', set: complement(node.set), atEnd: true };
    }
    return node;
  }

  /** `[…]`, with ranges, classes within, and intersections `&&`. */
  #bracket(): CodePoints {
    if (++this.#depth > DEEPEST) throw this.#refusedHere(`classes nest deeper than ${DEEPEST}`);
    this.#at++;
    const negated = this.#take('^');
    let set: CodePoints = [];
    let whole: CodePoints | undefined; // what stood before the last &&
    for (let first = true; ; first = false) {
      if (this.#at >= this.#characters.length) throw this.#refusedHere('a class is not closed');
      if (!first && this.#take(']')) break;
      if (this.#peek() === '&' && this.#characters[this.#at + 1] === '&') {
        this.#at += 2;
        whole = whole ? intersection(whole, set) : set;
        set = [];
        continue;
      }
      if (this.#peek() === '[') {
        set = union(set, this.#bracket());
        continue;
      }
      set = union(set, this.#folded(this.#member()));
    }
    if (whole) set = intersection(whole, set);
    this.#depth--;
    return negated ? complement(set) : set;
  }

  /** One character, escape or range of a class. */
  #member(): CodePoints {
    const from = this.#single();
    if (this.#peek() !== '-' || this.#characters[this.#at + 1] === ']') return from;
    this.#at++;
    const to = this.#single();
    const first = onlyPoint(from);
    const last = onlyPoint(to);
    if (first === undefined || last === undefined || last < first)
      throw this.#refusedHere('a range of a class');
    return range(first, last);
  }

  #single(): CodePoints {
    const character = this.#characters[this.#at++];
    if (character === undefined) throw this.#refusedHere('a class is not closed');
    if (character !== '\\') return range(character.codePointAt(0)!, character.codePointAt(0)!);
    const letter = this.#characters[this.#at++] ?? '';
    if (letter === 'p' || letter === 'P') {
      const rest = this.#characters.slice(this.#at, this.#at + 40).join('');
      const found = /^(?:\{(\^?)([A-Za-z_]+(?:=[A-Za-z_]+)?)\}|()([LMNPSZC]))/.exec(rest);
      if (!found) throw this.#refusedHere('a property');
      this.#at += found[0].length;
      const name = found[2] ?? found[4]!;
      this.#caseless |= name === 'Lm' ? 1 : name === 'Lo' ? 2 : 0;
      const set = propertySet(name);
      if (!set) throw this.#refusedHere(`the property ${name}`);
      return (letter === 'P') !== (found[1] === '^') ? complement(set) : set;
    }
    if (letter === 's') return propertySet('space')!;
    if (letter === 'S') return complement(propertySet('space')!);
    const control = { r: 13, n: 10, t: 9, f: 12, v: 11, '0': 0 }[letter];
    if (control !== undefined) return range(control, control);
    if (letter === 'x' || letter === 'u') return this.#hexadecimal(letter);
    if (/[A-Za-z0-9]/.test(letter) || letter === '') throw this.#refusedHere(`the escape \\${letter}`);
    return range(letter.codePointAt(0)!, letter.codePointAt(0)!);
  }

  #hexadecimal(letter: 'x' | 'u'): CodePoints {
    const rest = this.#characters.slice(this.#at, this.#at + 10).join('');
    const found =
      /^\{([0-9A-Fa-f]{1,6})\}/.exec(rest) ??
      (letter === 'x' ? /^([0-9A-Fa-f]{2})/ : /^([0-9A-Fa-f]{4})/).exec(rest);
    const point = found ? Number.parseInt(found[1]!, 16) : Number.NaN;
    if (!(point < 0x110000)) throw this.#refusedHere(`the escape \\${letter}`);
    this.#at += found![0].length;
    return range(point, point);
  }

  /** With the other case of ASCII letters, and what folds to them: K also U+212A, s also U+017F. */
  #folded(set: CodePoints): CodePoints {
    if (!this.#folds) return set;
    let all = set;
    for (let letter = 97; letter <= 122; letter++) {
      const same = [letter, letter - 32, ...(letter === 115 ? [0x17f] : letter === 107 ? [0x212a] : [])];
      if (!same.some((point) => intersection(set, range(point, point)).length > 0)) continue;
      for (const point of same) all = union(all, range(point, point));
    }
    if (intersection(set, complement(range(0, 127))).length > 0)
      throw this.#refusedHere('(?i:…) around more than ASCII');
    return all;
  }

  #peek(): string {
    return this.#characters[this.#at] ?? '';
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at++;
    return true;
  }

  #refusedHere(what: string): PromptCostError {
    return refused(`${what}, at character ${this.#at}`);
  }

  #unexpected(): PromptCostError {
    return this.#refusedHere(`an unexpected ${JSON.stringify(this.#peek())}`);
  }
}

function onlyPoint(set: CodePoints): number | undefined {
  return set.length === 2 && set[1] === set[0]! + 1 ? set[0] : undefined;
}
