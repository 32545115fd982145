/** A name from outside, short enough to show. */
export function shownName(name: string): string {
  return /^[\w.:-]{1,64}$/.test(name) ? name : 'of an unusual name';
}
