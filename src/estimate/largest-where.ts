/**
 * The largest whole number that passes, where every smaller one passes too.
 *
 * @param passes - The test; never asked about 0.
 * @param most - Where to stop looking.
 *
 * @returns A number from 0 to `most`; 0 also when none passes.
 */
export async function largestWhere(
  passes: (candidate: number) => Promise<boolean>,
  most: number,
): Promise<number> {
  let [passed, failed] = [0, most + 1];
  while (failed - passed > 1) {
    const middle = Math.floor((passed + failed) / 2);
    if (await passes(middle)) passed = middle;
    else failed = middle;
  }
  return passed;
}
