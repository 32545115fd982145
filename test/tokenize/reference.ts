/**
 * Byte-pair encoding as the textbook has it, to judge the engine by: regular expressions for the pieces, a scan over all pairs for
 * each merge. It shares no code with the engine but the reading of the vocabulary.
 */
import type { Vocabulary } from '../../src/tokenize/vocabulary/vocabulary.js';

const SPACE = '\\t-\\r\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'; // Unicode White_Space
const S = `[${SPACE}]`;
const BLANKS = `${S}*[\\r\\n]+|${S}+(?![^${SPACE}])|${S}+`;
const CONTRACTION = "'(?:[sSſ]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD])";
const cl100k = (digits: string): string[] => [
  `${CONTRACTION}|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}${digits}| ?[^${SPACE}\\p{L}\\p{N}]+[\\r\\n]*|${BLANKS}`,
];
const HEAD = '[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]';
const TAIL = '[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]';

/** Splits by pattern name; each works within the pieces of the one before. */
const SPLITS: Readonly<Record<string, readonly string[]>> = {
  o200k: [
    `[^\\r\\n\\p{L}\\p{N}]?${HEAD}*${TAIL}+(?:${CONTRACTION})?|[^\\r\\n\\p{L}\\p{N}]?${HEAD}+${TAIL}*(?:${CONTRACTION})?|\\p{N}{1,3}| ?[^${SPACE}\\p{L}\\p{N}]+[\\r\\n/]*|${BLANKS}`,
  ],
  cl100k: cl100k('{1,3}'),
  qwen: cl100k(''),
  tekken: [
    `[^\\r\\n\\p{L}\\p{N}]?${HEAD}*${TAIL}+|[^\\r\\n\\p{L}\\p{N}]?${HEAD}+${TAIL}*|\\p{N}| ?[^${SPACE}\\p{L}\\p{N}]+[\\r\\n/]*|${BLANKS}`,
  ],
  gpt2: [`'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^${SPACE}\\p{L}\\p{N}]+|${S}+(?![^${SPACE}])|${S}+`],
  deepseek: [
    '\\p{N}{1,3}',
    '[一-龥぀-ゟ゠-ヿ]+',
    `[!"#$%&'()*+,\\-.\\/:;<=>?@\\[\\\\\\]^_\`{|}~][A-Za-z]+|[^\\r\\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+| ?[\\p{P}\\p{S}]+[\\r\\n]*|${BLANKS}`,
  ],
};

/** Pattern by vocabulary. */
const PATTERN_OF: Readonly<Record<string, string>> = {
  o200k_base: 'o200k',
  cl100k_base: 'cl100k',
  deepseek_v3: 'deepseek',
  llama3: 'cl100k',
  qwen3: 'qwen',
  tekken: 'tekken',
  claude_legacy: 'gpt2',
  p50k_base: 'gpt2',
  r50k_base: 'gpt2',
};

/** The pieces of a text, by regular expressions. Whatever no alternative matches is a piece too. */
export function referencePieces(pattern: string, text: string): string[] {
  let pieces = [text];
  for (const split of SPLITS[pattern]!)
    pieces = pieces.flatMap((piece) => isolate(piece, new RegExp(split, 'gu')));
  return pieces;
}

function isolate(text: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) parts.push(text.slice(at, match.index));
    parts.push(match[0]);
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** Ranks of a text's tokens, by merging the pair of lowest rank until none is left. */
export function referenceRanks(vocabulary: Vocabulary, text: string): number[] {
  const ranks = ranksOf(vocabulary);
  const wellFormed = text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
  return referencePieces(PATTERN_OF[vocabulary.name]!, normalized(vocabulary, wellFormed)).flatMap((piece) =>
    mergePiece(vocabulary, ranks, piece),
  );
}

/** The text as the vocabulary reads it. */
export function normalized({ normalizer }: Pick<Vocabulary, 'normalizer'>, text: string): string {
  return normalizer === null ? text : text.normalize(normalizer.toUpperCase());
}

function mergePiece(vocabulary: Vocabulary, ranks: ReadonlyMap<string, number>, piece: string): number[] {
  const bytes = Buffer.from(piece, 'utf8').toString('latin1');
  const whole = ranks.get(bytes);
  if (whole !== undefined && vocabulary.wholePieces) return [whole];
  const parts = [...bytes];
  for (;;) {
    let lowest = Number.POSITIVE_INFINITY;
    let at = -1;
    for (let i = 0; i + 1 < parts.length; i++) {
      const rank = ranks.get(parts[i]! + parts[i + 1]!) ?? Number.POSITIVE_INFINITY;
      if (rank < lowest) {
        lowest = rank;
        at = i;
      }
    }
    if (at < 0) return parts.map((part) => ranks.get(part)!);
    parts.splice(at, 2, parts[at]! + parts[at + 1]!);
  }
}

const known = new WeakMap<Vocabulary, ReadonlyMap<string, number>>();

/** Rank by token, as a string of one character a byte. */
function ranksOf(vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const found = known.get(vocabulary);
  if (found) return found;
  const { bytes, starts, size } = vocabulary;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const ranks = new Map<string, number>();
  for (let rank = 0; rank < size; rank++) ranks.set(text.slice(starts[rank]!, starts[rank + 1]!), rank);
  known.set(vocabulary, ranks);
  return ranks;
}
