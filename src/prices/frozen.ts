/**
 * Plain data that nobody can change any more.
 *
 * @param value - Objects and lists, without circles.
 *
 * @returns The same value, frozen all the way down.
 */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}
