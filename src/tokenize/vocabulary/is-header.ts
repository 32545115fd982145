import type { VocabularyHeader } from './header.js';

const MOST_TOKENS = 2 ** 19 - 1; // what the table of tokens has room for
const MOST = 2 ** 24; // ids, and bytes of a part

/** Whether a header is one that the reader can follow: each field of its type, and within its bounds. */
export function isHeader(value: unknown): value is VocabularyHeader {
  const header = (value ?? {}) as Partial<Record<keyof VocabularyHeader, unknown>>;
  const { size, characters, normalizer } = header;
  return (
    typeof header.name === 'string' &&
    isCount(size, MOST_TOKENS) &&
    runs(header.literals, size, true) >= 0 &&
    runs(header.ids, MOST) === size &&
    areCounts([header.literalBytes, header.machineBytes, header.vocabSize, header.maxTokenBytes]) &&
    header.maxTokenBytes !== 0 &&
    areCounts(header.specials) &&
    [null, 'nfc', 'nfkc'].includes(normalizer as null) &&
    (characters === undefined || areCharacters(characters, size))
  );
}

function areCharacters(value: unknown, size: number): boolean {
  const { prefix, byteIds, blocks, markRuns, silent } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    ['', ' '].includes(prefix as string) &&
    runs(byteIds, MOST) === 256 &&
    runs(blocks, size) >= 0 &&
    isCount(markRuns) &&
    areCounts(silent)
  );
}

/** How many numbers the runs hold, or -1 where they are no runs of numbers below `limit`, or not in order as they should be. */
function runs(value: unknown, limit: number, inOrder = false): number {
  let total = 0;
  let end = 0;
  for (const run of Array.isArray(value) ? (value as unknown[]) : [0]) {
    const [first, count] = Array.isArray(run) ? (run as unknown[]) : [];
    if (!isCount(first) || !isCount(count) || count < 1 || first + count > limit) return -1;
    if (inOrder && first < end) return -1;
    end = first + count;
    total += count;
  }
  return total;
}

/** Whether the values of an object or list are whole numbers, not below 0. */
function areCounts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((id) => isCount(id));
}

function isCount(value: unknown, most: number = MOST): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
}
