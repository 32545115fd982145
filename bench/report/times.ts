/** A ratio in as many figures as repeat from run to run. */
export function times(ratio: number): string {
  return ratio.toFixed(ratio < 1.95 ? 2 : ratio < 99.5 ? 1 : 0);
}
