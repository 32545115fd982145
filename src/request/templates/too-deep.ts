/** How deep plain data may nest: far deeper than schemas do, and short of what a template's recursion survives. */
export const DEEPEST = 200;

/** Whether plain data nests deeper than {@link DEEPEST}. */
export function isTooDeep(value: unknown, levels: number = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isTooDeep(each, levels - 1));
}
