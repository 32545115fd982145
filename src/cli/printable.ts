// Cc: C0, DEL, C1. Cf: bidi and other format controls. Zl, Zp: line breaks that few expect. Cs: half a character.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const SPACING = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const PICTURES = 0x2400; // U+2400 ␀ to U+241F ␟ picture U+0000 to U+001F

/**
 * A text that can go to a terminal as one line: no control character of any kind is left.
 *
 * @param text - Anything from outside: a prompt, a model id, a file name, a message about them.
 *
 * @returns The text with line breaks and tabs as one space and all other controls taken out.
 */
export function printable(text: string): string {
  return text.replace(SPACING, ' ').replace(UNSAFE, '');
}

/**
 * A text whose control characters are shown instead of obeyed.
 *
 * @param text - The text of a token.
 *
 * @returns For example `⏎`, `␛[2J`, `‹U+202E›`.
 */
export function visible(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0)!;
    if (code === 0x0a) return '⏎';
    if (code === 0x09) return '⇥';
    if (code < 0x20) return String.fromCodePoint(PICTURES + code);
    if (code === 0x7f) return '␡';
    return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

/**
 * JSON for people and programs: the same values, with every control character escaped.
 *
 * `JSON.stringify` escapes C0 only; a C1 or bidi control in a model id would reach the terminal.
 *
 * @param value - What to print.
 *
 * @returns Indented JSON.
 */
export function safeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSAFE, (character) => {
    if (character === '\n') return character;
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  });
}
