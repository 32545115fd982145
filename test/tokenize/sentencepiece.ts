import type { CharacterSource } from '../../src/encodings/compile/character-vocabulary.js';

const MARK = '\u2581';

/** `<0x00>` … `<0xFF>`, ids 3 to 258, as such vocabularies have them. */
const BYTES = Array.from(
  { length: 256 },
  (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
);

/** A vocabulary from its characters and merges (`'a b'`), U+2581 for a space; ids in this order after three control tokens. */
export function sourceOf(
  characters: string,
  merges: readonly string[],
  { prefix = '', blocks = [] }: { prefix?: '' | ' '; blocks?: readonly string[] } = {},
): CharacterSource {
  const pairs = merges.map((merge) => merge.split(' ') as [string, string]);
  const texts = new Set([...BYTES, ...blocks, ...pairs.map(([left, right]) => left + right), ...characters]);
  return {
    ids: new Map([...texts].map((text, index) => [text, index + 3])),
    merges: pairs,
    specials: { '<unk>': 0, '<s>': 1, '</s>': 2 },
    blocks,
    prefix,
  };
}

/** What the reference does, plainly: blocks are found, spaces marked, and the merge that is first in the list is done first, leftmost first. */
export function referenceIds(source: CharacterSource, text: string): number[] {
  return cutAtBlocks(text, source.blocks).flatMap((part) => {
    if (source.blocks.includes(part)) return [source.ids.get(part)!];
    const spelled = `${part === '' ? '' : source.prefix}${part}`.replaceAll(' ', MARK);
    const symbols = [...spelled].flatMap((character) =>
      source.ids.has(character) ? [character] : Array.from(Buffer.from(character), (byte) => BYTES[byte]!),
    );
    return merged(symbols, source.merges).map((symbol) => source.ids.get(symbol)!);
  });
}

function merged(symbols: string[], merges: CharacterSource['merges']): string[] {
  const places = new Map(merges.map(([left, right], index) => [`${left} ${right}`, index]));
  for (;;) {
    let first = Number.POSITIVE_INFINITY;
    let at = -1;
    for (let index = 0; index + 1 < symbols.length; index++) {
      const place = places.get(`${symbols[index]} ${symbols[index + 1]}`) ?? Number.POSITIVE_INFINITY;
      if (place < first) [first, at] = [place, index];
    }
    if (at < 0) return symbols;
    symbols.splice(at, 2, symbols[at]! + symbols[at + 1]!);
  }
}

/** Cut around the blocks: where several begin, the longest. */
function cutAtBlocks(text: string, blocks: readonly string[]): string[] {
  const longestFirst = [...blocks].sort((a, b) => b.length - a.length);
  const parts: string[] = [];
  let ordinary = '';
  for (let at = 0; at < text.length; ) {
    const block = longestFirst.find((each) => text.startsWith(each, at));
    if (block === undefined) ordinary += text[at++];
    else {
      if (ordinary !== '') parts.push(ordinary);
      parts.push(block);
      ordinary = '';
      at += block.length;
    }
  }
  return ordinary === '' ? parts : [...parts, ordinary];
}
