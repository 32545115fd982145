import { cellWidth } from './cell-width.js';

/**
 * A paragraph broken at spaces, with every line after the first indented.
 *
 * @param text - One line, without control characters.
 * @param room - Cells a line may fill.
 * @param indent - Cells before the second line and those after it.
 *
 * @returns The lines; a word longer than the room keeps its line to itself.
 */
export function wrapped(text: string, room: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && cellWidth(longer) > room) {
      lines.push(line);
      line = `${' '.repeat(indent)}${word}`;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
