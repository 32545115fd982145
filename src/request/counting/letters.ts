/** Code points in a text, spaces included; half of a surrogate pair counts as one. */
export function lettersIn(text: string): number {
  let pairs = 0;
  for (let i = 1; i < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) pairs++;
  }
  return text.length - pairs;
}

/** Letters for each token, rounded to hundredths; 0 when there is nothing to divide. */
export function ratePerToken(letters: number, tokens: number): number {
  return letters === 0 || tokens === 0 ? 0 : Math.round((100 * letters) / tokens) / 100;
}
