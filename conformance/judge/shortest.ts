const MOST_TRIES = 400;

/**
 * A text that still fails and from which no part can be cut any more: halves first, then ever smaller parts, down to single UTF-16 units.
 * Gives up after a number of tries, so that a long text that fails is shown within seconds.
 *
 * @param fails - Whether a text shows the difference.
 */
export async function shortest(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  let short = text;
  let tries = 0;
  for (let size = Math.ceil(short.length / 2); size >= 1 && tries < MOST_TRIES; ) {
    let hasCut = false;
    for (let at = 0; at < short.length && tries < MOST_TRIES; ) {
      tries++;
      const without = short.slice(0, at) + short.slice(at + size);
      if (without !== '' && (await fails(without))) {
        short = without;
        hasCut = true;
      } else {
        at += size;
      }
    }
    if (!hasCut) size = size === 1 ? 0 : Math.ceil(size / 2);
  }
  return short;
}
