const JOINER = /^[\p{M}\u1160-\u11ff]/u; // marks; vowels and finals of Hangul
// Beyond U+FFFF also the letters that are neither ideographs nor of a case, to be safe: the vowels of Kirat Rai are among them.
const FAR_JOINER = /^(?!\p{Ideographic})\p{Lo}/u;

/** Whether canonical composition may join a character (one code point) with what stands before it, or move it past that. */
export function joins(character: string): boolean {
  if (character.charCodeAt(0) < 0x300) return false;
  return JOINER.test(character) || (character.length === 2 && FAR_JOINER.test(character));
}
