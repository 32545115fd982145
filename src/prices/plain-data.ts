/** What is wrong with prices from outside, and where: `path` is dotted, empty for the whole. */
export interface Problem {
  readonly path: string;
  readonly reason: string;
}

const DEEPEST = 16;
const MOST = 500_000;
const LONGEST_LIST = 5_000;
const MOST_FIELDS = 20_000;
const LONGEST_TEXT = 4_000;
const LONGEST_KEY = 200;
// Keys that mean something else than themselves on an object.
const LOADED = ['__proto__', 'constructor', 'prototype'];

/**
 * The first reason why a value is not plain data of a reasonable size.
 *
 * Plain data is what JSON can hold. It is walked before any schema sees it, so that a cycle, a million offers, a getter or a
 * key `__proto__` costs milliseconds and never reaches the code behind.
 *
 * @param value - Anything.
 *
 * @returns Where and why, or `undefined` when it is plain.
 */
export function plainDataProblem(value: unknown): Problem | undefined {
  const seen = { values: 0 };
  return walk(value, [], seen);
}

function walk(value: unknown, path: string[], seen: { values: number }): Problem | undefined {
  const refuse = (reason: string): Problem => ({ path: path.join('.'), reason });
  if (++seen.values > MOST) return refuse(`more than ${MOST} values in all`);
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : refuse(`${value} is no number`);
  if (typeof value === 'string') {
    return value.length > LONGEST_TEXT
      ? refuse(`a text of ${value.length} letters, more than ${LONGEST_TEXT}`)
      : undefined;
  }
  if (typeof value !== 'object') return refuse(`JSON has no ${typeof value}`);
  if (path.length >= DEEPEST) return refuse(`nested deeper than ${DEEPEST} levels, or in a circle`);
  if (Array.isArray(value)) return walkList(value, path, seen, refuse);
  if (!isPlain(value)) return refuse('an object of some class, not a plain one');
  return walkFields(value, path, seen, refuse);
}

function walkList(
  list: readonly unknown[],
  path: string[],
  seen: { values: number },
  refuse: (reason: string) => Problem,
): Problem | undefined {
  if (list.length > LONGEST_LIST) return refuse(`${list.length} entries, more than ${LONGEST_LIST}`);
  for (let index = 0; index < list.length; index++) {
    const found = walk(list[index], [...path, String(index)], seen);
    if (found) return found;
  }
  return undefined;
}

function walkFields(
  fields: object,
  path: string[],
  seen: { values: number },
  refuse: (reason: string) => Problem,
): Problem | undefined {
  const keys = Reflect.ownKeys(fields);
  if (keys.length > MOST_FIELDS) return refuse(`${keys.length} fields, more than ${MOST_FIELDS}`);
  for (const key of keys) {
    if (typeof key === 'symbol') return refuse('a field named by a symbol');
    if (key.length > LONGEST_KEY) return refuse(`a field whose name has ${key.length} letters`);
    if (LOADED.includes(key)) return refuse(`a field must not be called ${key}`);
    const { get, set, value } = Reflect.getOwnPropertyDescriptor(fields, key) ?? {};
    if (get || set) return refuse(`the field ${key} is computed`);
    const found = walk(value, [...path, key], seen);
    if (found) return found;
  }
  return undefined;
}

// Of this realm or another: a plain object's prototype is null, or has none itself.
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
