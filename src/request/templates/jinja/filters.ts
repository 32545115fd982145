import { jsonOf } from './json-of.js';
import { unusual } from './node.js';
import { Float, isMapping } from './values.js';

/** A filter, with the arguments that stand in parentheses and those of them that have a name. */
type Filter = (value: unknown, args: readonly unknown[], named: ReadonlyMap<string, unknown>) => unknown;

export const FILTERS: Readonly<Record<string, Filter>> = {
  trim: (value) => (typeof value === 'string' ? value.trim() : unusual()),
  length: (value) => {
    if (typeof value === 'string' || Array.isArray(value)) return value.length;
    return isMapping(value) ? Object.keys(value).length : unusual();
  },
  tojson: (value, _, named) => {
    const indent = named.get('indent') ?? 0;
    return typeof indent === 'number' && named.size < 2 ? jsonOf(value, ' '.repeat(indent)) : unusual();
  },
  join: (value, [by = '']) => {
    const isTexts = Array.isArray(value) && value.every((each) => typeof each === 'string');
    return isTexts && typeof by === 'string' ? value.join(by) : unusual();
  },
  int: (value) => (typeof value === 'string' ? orNone(Number.parseInt(value, 10)) : unusual()),
  float: (value) => (typeof value === 'string' ? new Float(orNone(Number.parseFloat(value))) : unusual()),
  string: (value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    if (!(value instanceof Float)) return unusual();
    const { value: number } = value;
    if (Object.is(number, -0)) return '-0.0';
    return number % 1 === 0 ? number.toFixed(1) : String(number);
  },
};

/** Questions after `is`. */
export const TESTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  defined: (value) => value !== undefined,
  none: (value) => value === null,
  string: (value) => typeof value === 'string',
  mapping: isMapping,
  iterable: (value) => Array.isArray(value) || typeof value === 'string',
  true: (value) => value === true,
  false: (value) => value === false,
};

function orNone(number: number): number {
  return Number.isNaN(number) ? 0 : number;
}
