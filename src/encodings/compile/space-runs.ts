import type { CharacterSource } from './character-vocabulary.js';

const MARK = '\u2581';

/** How runs of spaces merge with each other. */
export interface SpaceRuns {
  /** Into the longest runs from the left, before anything else does: then a run is a block. */
  readonly areBlocks: boolean;
  /** As the rank of what is made says, although the merge list comes back to a run after others. */
  readonly areByRank: boolean;
}

/**
 * Finds out how runs of spaces merge, by merging some. Their merges alone need not stand together in the list: Gemma 3 names
 * the longest run first, Llama 2 the shortest last.
 */
export function spaceRuns({ merges, blocks }: CharacterSource): SpaceRuns {
  const places = new Map<string, number>(); // pair of lengths → place in the list
  const ranks = new Map<number, number>(); // length → where a merge first makes it
  let firstRun = Number.POSITIVE_INFINITY;
  let lastRun = -1;
  for (const [index, [left, right]] of merges.entries()) {
    const made = left + right;
    if (!isRun(made)) continue;
    places.set(`${left.length}+${right.length}`, index);
    if (!ranks.has(made.length)) ranks.set(made.length, index);
    firstRun = Math.min(firstRun, index);
    lastRun = index;
  }
  const longest = Math.max(1, ...ranks.keys());
  let [isByRank, isGreedy] = [true, true];
  for (let length = 1; length <= 4 * longest; length++) {
    const merged = mergedRun(length, (left, right) => places.get(`${left}+${right}`)).join();
    isByRank &&= merged === mergedRun(length, (left, right) => ranks.get(left + right)).join();
    isGreedy &&= merged === longestRuns(length, longest).join();
  }
  const joinsSpace = ([left, right]: readonly [string, string]): boolean =>
    (left + right).includes(MARK) && !isRun(left + right);
  const comeFirst = merges.findIndex(joinsSpace) > lastRun;
  const standAlone = !merges.some((merge) => joinsSpace(merge) && merge.join('').includes(MARK + MARK));
  const areListed = [...ranks.keys()].every((length) => blocks.includes(MARK.repeat(length)));
  const comeLast = merges.findLastIndex(joinsSpace) < firstRun;
  return {
    areBlocks: isGreedy && comeFirst && standAlone && areListed,
    areByRank: isByRank && (comeFirst || comeLast),
  };
}

function isRun(text: string): boolean {
  return text.replaceAll(MARK, '') === '';
}

/** What merging leaves of a run, as lengths: the pair that comes first merges first, the leftmost among equals. */
function mergedRun(length: number, placeOf: (left: number, right: number) => number | undefined): number[] {
  const parts = Array.from({ length }, () => 1);
  for (;;) {
    let lowest = Number.POSITIVE_INFINITY;
    let at = -1;
    for (let index = 0; index + 1 < parts.length; index++) {
      const place = placeOf(parts[index]!, parts[index + 1]!) ?? Number.POSITIVE_INFINITY;
      if (place < lowest) [lowest, at] = [place, index];
    }
    if (at < 0) return parts;
    parts.splice(at, 2, parts[at]! + parts[at + 1]!);
  }
}

function longestRuns(length: number, longest: number): number[] {
  const whole = Array.from({ length: Math.floor(length / longest) }, () => longest);
  return length % longest === 0 ? whole : [...whole, length % longest];
}
