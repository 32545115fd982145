import { unusual } from './node.js';

// Values are those of JavaScript: strings, numbers, booleans, null for none, undefined, arrays, and objects for mappings. What the
// package does with them is done here for the types that occur; the rest is left to it.

/** A namespace, whose fields a template sets. */
export class Namespace extends Map<string, unknown> {}

/** A number with a decimal point, which a whole one has too. */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export type Mapping = Readonly<Record<string, unknown>>;

/** A macro, or a method as a value. */
export type Callable = (args: readonly unknown[], scope: unknown) => unknown;

export function isMapping(value: unknown): value is Mapping {
  if (typeof value !== 'object' || value === null) return false;
  return !Array.isArray(value) && !(value instanceof Namespace || value instanceof Float);
}

export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isMapping(value)) return Object.keys(value).length > 0;
  if (value instanceof Float) unusual();
  return Boolean(value);
}

/** What a value is in the text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : unusual();
}

export function sum(a: unknown, b: unknown): unknown {
  if (Number.isInteger(a) && Number.isInteger(b)) return (a as number) + (b as number);
  const isText = typeof a === 'string' || typeof b === 'string';
  return isText && isSome(a) && isSome(b) ? textOf(a) + textOf(b) : unusual();
}

function isSome(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export function isEqual(a: unknown, b: unknown): boolean {
  if (isPlain(a) && isPlain(b)) {
    // biome-ignore lint/suspicious/noDoubleEquals: none equals undefined, and the package compares so.
    return a == b;
  }
  if (!isSome(a) || !isSome(b)) return false;
  // A list equals its texts joined by commas.
  const isTexts = Array.isArray(a) && typeof b === 'string' && a.every((each) => typeof each === 'string');
  return isTexts ? a.join() === b : unusual();
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' ? typeof value !== 'function' : value === null;
}

export function isIn(item: unknown, all: unknown): boolean {
  if (typeof item !== 'string') return unusual();
  if (typeof all === 'string' || Array.isArray(all)) return all.includes(item);
  return isMapping(all) ? Object.hasOwn(all, item) : unusual();
}

/** Methods that a mapping has where it has no such key. */
const METHODS_OF_MAPPINGS = ['get', 'keys', 'values', 'dictsort'];
const METHODS_OF_TEXTS =
  'upper lower strip title capitalize rstrip lstrip startswith endswith split replace'.split(' ');

/** A field, item or character. */
export function memberOf(value: unknown, key: unknown): unknown {
  if (typeof key === 'string') {
    if (value instanceof Namespace) return value.get(key);
    if (isMapping(value)) {
      if (Object.hasOwn(value, key)) return value[key];
      if (key === 'items') return () => Object.entries(value);
      return METHODS_OF_MAPPINGS.includes(key) ? unusual() : undefined;
    }
    if (Array.isArray(value)) return key === 'length' ? value.length : undefined;
    if (typeof value === 'string') return memberOfText(value, key);
    return value instanceof Float || typeof value === 'function' ? unusual() : undefined;
  }
  const isList = Array.isArray(value) || typeof value === 'string';
  return isList && Number.isInteger(key) ? value.at(key as number) : unusual();
}

function memberOfText(text: string, name: string): unknown {
  if (name === 'length') return text.length;
  return METHODS_OF_TEXTS.includes(name) ? unusual() : undefined;
}
