/** The middle value; of an even number of values the upper of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) throw new Error('The median of no values.');
  return middle;
}

/** The mean of ratios: the one under which "twice as fast" and "half as fast" cancel out. */
export function geometricMean(values: readonly number[]): number {
  if (values.length === 0) throw new Error('The geometric mean of no values.');
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
