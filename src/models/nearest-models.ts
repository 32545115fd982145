import { editDistance } from './edit-distance.js';
import { knownIds } from './known-ids.js';

/** A longer id is nobody's; it is refused before any work is done on it. */
export const LONGEST_ID = 200;
const MOST = 3;

/**
 * Known models whose ids look like the one asked for.
 *
 * @param id - An id that is not known.
 *
 * @returns Up to three canonical ids, the nearest first; none when nothing is near.
 *
 * @example
 * ```ts
 * nearestModels('lama-3.3-70b'); // ['llama-3.3-70b', …]
 * ```
 */
export function nearestModels(id: string): string[] {
  if (id.length > LONGEST_ID) return [];
  const asked = id.trim().toLowerCase();
  const word = asked.slice(asked.lastIndexOf('/') + 1);
  const distances = new Map<string, number>();
  for (const [known, { model }] of knownIds) {
    const distance = farness(word, known);
    if (distance <= Math.max(2, word.length / 3) && distance < (distances.get(model) ?? Infinity)) {
      distances.set(model, distance);
    }
  }
  const nearest = [...distances].sort(([, a], [, b]) => a - b);
  return nearest.slice(0, MOST).map(([model]) => model);
}

// A name that begins with another is often its sibling: near, although many letters apart.
function farness(word: string, known: string): number {
  const [short, long] = word.length < known.length ? [word, known] : [known, word];
  if (short.length >= 3 && long.startsWith(short))
    return Math.min(0.5 + (long.length - short.length) / 20, 2);
  return editDistance(word, known);
}
