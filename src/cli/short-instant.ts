/**
 * An instant without what is nought in it.
 *
 * @param instant - ISO, in UTC.
 *
 * @returns For example `"2025-09-05T16:00Z"`; a day alone for its midnight.
 */
export function shortInstant(instant: string): string {
  return instant
    .replace(/\.\d+Z$/, 'Z')
    .replace(/T00:00:00Z$/, '')
    .replace(/(T\d\d:\d\d):00Z$/, '$1Z');
}
