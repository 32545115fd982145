import { CharacterClass, type CharacterClassName } from '../unicode/character-class.js';
import { classRuns } from '../unicode/class-runs.js';
import { ALL, type CodePoints, complement, intersection, range, union } from './code-points.js';

/** Lt of Unicode 16; the class runs keep it with Lu. */
const TITLECASE: readonly (readonly [number, number])[] = [
  [0x1c5, 0x1c5],
  [0x1c8, 0x1c8],
  [0x1cb, 0x1cb],
  [0x1f2, 0x1f2],
  [0x1f88, 0x1f8f],
  [0x1f98, 0x1f9f],
  [0x1fa8, 0x1faf],
  [0x1fbc, 0x1fbc],
  [0x1fcc, 0x1fcc],
  [0x1ffc, 0x1ffc],
];

/** Script=Han of Unicode 16. */
const HAN: readonly (readonly [number, number])[] = [
  [0x2e80, 0x2e99],
  [0x2e9b, 0x2ef3],
  [0x2f00, 0x2fd5],
  [0x3005, 0x3005],
  [0x3007, 0x3007],
  [0x3021, 0x3029],
  [0x3038, 0x303b],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfa6d],
  [0xfa70, 0xfad9],
  [0x16fe2, 0x16fe3],
  [0x16ff0, 0x16ff1],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b739],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
  [0x2ebf0, 0x2ee5d],
  [0x2f800, 0x2fa1d],
  [0x30000, 0x3134a],
  [0x31350, 0x323af],
];

function pointsOf(ranges: readonly (readonly [number, number])[]): CodePoints {
  return ranges.reduce<CodePoints>((set, [first, last]) => union(set, range(first, last)), []);
}

let byClass: readonly CodePoints[] | undefined;

/** The code points of a character class. */
export function classPoints(name: CharacterClassName): CodePoints {
  byClass ??= allClasses();
  return byClass[CharacterClass[name]]!;
}

function allClasses(): readonly CodePoints[] {
  const sets: number[][] = Object.keys(CharacterClass).map(() => []);
  let point = 0;
  for (const run of classRuns()) {
    sets[run.class]!.push(point, point + run.length);
    point += run.length;
  }
  return sets;
}

/**
 * The code points of a Unicode property (`space` is White_Space, what `\\s` means in the references), or undefined where this package's tables do not tell it apart.
 *
 * Lm and Lo stand together in the runs: `Lo` means both here, `Lm` none, and the parser sees to it that they come together.
 */
export function propertySet(name: string): CodePoints | undefined {
  switch (name) {
    case 'L':
      return union(union(classPoints('upper'), classPoints('lower')), classPoints('caseless'));
    case 'Lu':
      return intersection(classPoints('upper'), complement(pointsOf(TITLECASE)));
    case 'Lt':
      return pointsOf(TITLECASE);
    case 'Ll':
      return classPoints('lower');
    case 'Lo':
      return classPoints('caseless');
    case 'Lm':
      return [];
    case 'M':
      return classPoints('mark');
    case 'N':
      return classPoints('number');
    case 'P':
      return classPoints('punctuation');
    case 'S':
      return classPoints('symbol');
    case 'Han':
    case 'sc=Han':
    case 'Script=Han':
    case 'IsHan':
      return pointsOf(HAN);
    case 'White_Space':
    case 'space':
      return union(classPoints('space'), classPoints('newline'));
    default:
      return undefined;
  }
}

/** What `.` means: all but the line feed. */
export function anyButLineFeed(): CodePoints {
  return intersection(ALL, complement(range(10, 10)));
}
