import { CLASS_RUNS } from './class-runs.data.js';

const FIRST_CLASS = 'a'.charCodeAt(0);

/** So many code points of one class. */
export interface ClassRun {
  readonly class: number;
  readonly length: number;
}

/** The classes of all code points of Unicode 16, from 0 on. */
export function classRuns(): ClassRun[] {
  return Array.from(CLASS_RUNS.matchAll(/([a-j])([0-9A-Z]*)/g), ([, letter = '', length = '']) => ({
    class: letter.charCodeAt(0) - FIRST_CLASS,
    length: length === '' ? 1 : Number.parseInt(length, 36),
  }));
}
