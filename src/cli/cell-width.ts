// East Asian Wide and Fullwidth, and pictures that a terminal draws two cells wide (Unicode 16, in ranges).
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|(?!\p{Regional_Indicator})\p{Emoji_Presentation}/u;
const NONE = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}\u1160-\u11ff]/u;

/**
 * How many cells of a terminal a text fills: 2 for a CJK character or a picture, 0 for a combining mark.
 *
 * @param text - One line, without control characters.
 *
 * @returns The width.
 */
export function cellWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/**
 * The beginning of a text that fits, with `…` where something is missing.
 *
 * @param text - One line, without control characters.
 * @param cells - The room there is.
 *
 * @returns At most `cells` wide.
 */
export function shortened(text: string, cells: number): string {
  let width = 0;
  let kept = '';
  for (const character of text) {
    width += characterWidth(character);
    if (width > cells) return `${keptWithin(kept, cells - 1)}…`;
    kept += character;
  }
  return text;
}

function keptWithin(text: string, cells: number): string {
  let width = 0;
  let kept = '';
  for (const character of text) {
    width += characterWidth(character);
    if (width > cells) break;
    kept += character;
  }
  return kept;
}

function characterWidth(character: string): number {
  if (character >= ' ' && character <= '~') return 1;
  return NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}
