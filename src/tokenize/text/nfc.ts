import { LATE_CHARACTERS } from './late-characters.data.js';

let late: ReadonlySet<number> | undefined;

/**
 * A text in NFC, as the reference implementation has it.
 *
 * The reference's tables are older than the runtime's: it leaves alone some marks that Unicode has added since, and nothing joins or
 * passes them. What stands between such characters is normalized apart. A text that the runtime finds in NFC is so for the reference.
 */
export function toNfc(text: string): string {
  const normalized = text.normalize('NFC');
  if (normalized === text) return text;
  late ??= new Set(LATE_CHARACTERS.flatMap(([first, last]) => pointsBetween(first, last)));
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at)!;
    const next = at + (point > 0xffff ? 2 : 1);
    if (late.has(point)) {
      result += text.slice(from, at).normalize('NFC') + text.slice(at, next);
      from = next;
    }
    at = next;
  }
  return from === 0 ? normalized : result + text.slice(from).normalize('NFC');
}

function pointsBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
