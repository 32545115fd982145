import { SECRET, type StrangeValue } from './strange-values.js';

/** Where a value stands in some arguments: `[1, 'output', 'max']` is the second argument's `output.max`. */
export type Place = readonly (string | number)[];

/** Every place in some arguments, each argument and each field. Bytes, dates, functions and instances of classes are one value. */
export function placesIn(value: unknown, at: Place = []): Place[] {
  const here = at.length === 0 ? [] : [at];
  if (!isOpen(value)) return here;
  const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [...here, ...keys.flatMap((key) => placesIn(value[key as never], [...at, key]))];
}

/** The arguments with another value at a place; what stands around it is copied, not changed. */
export function withValue(args: readonly unknown[], place: Place, { make }: StrangeValue): unknown[] {
  return changed(args, place, (around, key) => Object.assign(around, { [key]: make() })) as unknown[];
}

/** The value at a place. */
export function valueAt(args: readonly unknown[], place: Place): unknown {
  return place.reduce((around, key) => (around as Record<string, unknown>)[key], args as unknown);
}

/** The arguments with a property, at a place below an argument, that throws when it is read. */
export function withGetter(args: readonly unknown[], place: Place): unknown[] {
  const get = (): never => {
    throw new Error(SECRET);
  };
  return changed(args, place, (around, key) =>
    Object.defineProperty(around, key, { get, enumerable: true }),
  ) as unknown[];
}

function changed(
  value: unknown,
  [key, ...below]: Place,
  change: (around: object, key: string | number) => void,
): object {
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  if (below.length === 0) change(copy, key!);
  else copy[key!] = changed(copy[key!], below, change);
  return copy;
}

function isOpen(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
