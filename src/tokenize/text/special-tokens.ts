/** A stretch of a text: ordinary, or (with `id`) one control token. UTF-16 offsets. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly id?: number;
}

/** Finds control tokens spelled out in a text; where two begin at the same place, the longer one. */
export class SpecialTokens {
  readonly #byFirst: ReadonlyMap<string, readonly (readonly [string, number])[]>; // first unit → [text, id], longest first

  constructor(specials: ReadonlyMap<string, number>) {
    const byFirst = new Map<string, (readonly [string, number])[]>();
    for (const [text, id] of [...specials].sort(([a], [b]) => b.length - a.length)) {
      if (text === '') continue;
      const same = byFirst.get(text.charAt(0));
      if (same) same.push([text, id]);
      else byFirst.set(text.charAt(0), [[text, id]]);
    }
    this.#byFirst = byFirst;
  }

  /**
   * The text as ordinary and special stretches, in order.
   *
   * @param isLast - Whether the text ends here; else the stretches end where a control token may have begun that more text completes.
   */
  *segments(text: string, isLast = true): Iterable<Segment> {
    let ordinary = 0;
    let end = text.length;
    const next = new Map<string, number>(); // first unit → where it occurs next
    for (const first of this.#byFirst.keys()) next.set(first, text.indexOf(first));
    for (let at = least(next); at < text.length; at = least(next)) {
      const first = text.charAt(at);
      const specials = this.#byFirst.get(first);
      if (!isLast && specials?.some(([special]) => isBeginning(text, at, special))) {
        end = at;
        break;
      }
      const found = specials?.find(([special]) => text.startsWith(special, at));
      const after = at + (found ? found[0].length : 1);
      if (found) {
        if (at > ordinary) yield { start: ordinary, end: at };
        yield { start: at, end: after, id: found[1] };
        ordinary = after;
      }
      for (const [unit, place] of next)
        if (place >= 0 && place < after) next.set(unit, text.indexOf(unit, after));
    }
    if (ordinary < end) yield { start: ordinary, end };
  }
}

/** Whether the text from `at` on is a beginning of a longer word. */
function isBeginning(text: string, at: number, word: string): boolean {
  return text.length - at < word.length && word.startsWith(text.slice(at));
}

function least(places: ReadonlyMap<string, number>): number {
  let at = Number.POSITIVE_INFINITY;
  for (const place of places.values()) if (place >= 0 && place < at) at = place;
  return at;
}
