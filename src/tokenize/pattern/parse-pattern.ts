import type { PromptCostError } from '../../errors/index.js';
import { type CodePoints, complement, intersection, range, union } from './code-points.js';
import { assertFoldsAlone, isAscii, withBothCases } from './folding.js';
import { canBeEmpty, type Node } from './node.js';
import { assertPossessiveIsGreedy } from './possessive.js';
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
  #caseless = 0; // in the union at hand: 1 where Lm was named, 2 where Lo was

  constructor(characters: readonly string[]) {
    this.#characters = characters;
  }

  parse(): Node {
    const node = this.#choice();
    if (this.#at < this.#characters.length) throw this.#unexpected();
    assertPossessiveIsGreedy(node);
    return node;
  }

  #choice(): Node {
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (this.#at < this.#characters.length && this.#peek() !== '|' && this.#peek() !== ')') {
      parts.push(this.#repeated(this.#atom()));
    }
    if (this.#folds) assertFoldsAlone(parts);
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }

  #repeated(atom: Node): Node {
    const bounds = this.#bounds();
    if (!bounds) return atom;
    if (atom.kind === 'look') throw this.#refusedHere('a look-ahead is repeated');
    if (canBeEmpty(atom)) throw this.#refusedHere('a quantifier upon what can be empty'); // engines differ there
    if (this.#take('?')) throw this.#refusedHere('a lazy quantifier');
    const isPossessive = this.#take('+');
    if (this.#bounds()) throw this.#refusedHere('a quantifier upon a quantifier');
    return { kind: 'repeat', part: atom, ...bounds, isPossessive };
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
    if (this.#peek() === '[') return { kind: 'set', set: this.#bracket() };
    const set = this.#folded(this.#single());
    this.#endUnion();
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
    const outside = this.#caseless;
    this.#caseless = 0;
    const negated = this.#take('^');
    let set: CodePoints = [];
    let whole: CodePoints | undefined; // what stood before the last &&
    for (let first = true; ; first = false) {
      if (this.#at >= this.#characters.length) throw this.#refusedHere('a class is not closed');
      if (!first && this.#take(']')) break;
      const two = this.#peek() + this.#peek(1);
      if (two === '&&') {
        this.#at += 2;
        this.#endUnion();
        whole = whole ? intersection(whole, set) : set;
        set = [];
      } else if (two === '--' || two === '~~' || two === '[:') {
        // A difference, a symmetric difference, a POSIX class; or, for some engines, single characters.
        throw this.#refusedHere(`${two} in a class`);
      } else if (this.#peek() === '[') set = union(set, this.#bracket());
      else set = union(set, this.#folded(this.#member()));
    }
    this.#endUnion();
    this.#caseless = outside;
    if (whole) set = intersection(whole, set);
    this.#depth--;
    return negated ? complement(set) : set;
  }

  /** Lm and Lo stand together in our tables: only a union that has both can be told. */
  #endUnion(): void {
    if (this.#caseless === 1 || this.#caseless === 2) {
      throw this.#refusedHere('Lm without Lo, or Lo without Lm,');
    }
    this.#caseless = 0;
  }

  /** One character, escape or range of a class. */
  #member(): CodePoints {
    const from = this.#single();
    if (this.#peek() !== '-' || this.#peek(1) === ']' || this.#peek(1) === '-') return from;
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
      const set = propertySet(name);
      const negated = (letter === 'P') !== (found[1] === '^');
      const isCaseless = name === 'Lm' || name === 'Lo';
      if (!set || (negated && isCaseless))
        throw this.#refusedHere(`the property ${negated ? '^' : ''}${name}`);
      if (isCaseless) this.#caseless |= name === 'Lm' ? 1 : 2;
      return negated ? complement(set) : set;
    }
    if (letter === 's') return propertySet('space')!;
    if (letter === 'S') return complement(propertySet('space')!);
    const control = { r: 13, n: 10, t: 9, f: 12, v: 11 }[letter];
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
    const isByte = letter === 'x' && found?.[0].length === 2 && point > 127; // one half of a character for some engines
    if (!(point < 0x110000) || isByte) throw this.#refusedHere(`the escape \\${letter}`);
    this.#at += found![0].length;
    return range(point, point);
  }

  #folded(set: CodePoints): CodePoints {
    if (!this.#folds) return set;
    if (!isAscii(set)) throw this.#refusedHere('(?i:…) around more than ASCII');
    return withBothCases(set);
  }

  #peek(ahead = 0): string {
    return this.#characters[this.#at + ahead] ?? '';
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
