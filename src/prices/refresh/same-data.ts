/**
 * Whether two values are the same data, whatever the order of their fields.
 *
 * @param a - Plain data.
 * @param b - Plain data.
 */
export function sameData(a: unknown, b: unknown): boolean {
  return a === b || inOrder(a) === inOrder(b);
}

function inOrder(data: unknown): string | undefined {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
