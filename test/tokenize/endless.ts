/** Characters of eight classes, of which a text can be made that has no place to cut. */
export const ENDLESS: Readonly<Record<string, readonly string[]>> = {
  letters: ['a', 'b', 'x', 'e'],
  digits: ['7', '0', '3'],
  spaces: [' '],
  'line breaks': ['\n'],
  punctuation: ['!', '?', '.', '-'],
  'Chinese characters': ['中', '文', '字', '的'],
  emoji: ['😀', '👍', '🫠'],
  'combining marks': ['\u0301', '\u0323', '\u0302'],
};

/** A text of so many characters of one class: the same one a hundred times, then others in turn. */
export function endlessRun(name: string, characters: number): string {
  const units = ENDLESS[name]!;
  const pattern =
    units[0]!.repeat(100) + units.join('').repeat(100) + [...units].reverse().join('').repeat(33);
  return pattern.repeat(Math.ceil(characters / [...pattern].length));
}
