import { piecesOf } from '../../tokenize/index.js';
import { mergedPieces } from '../compile/merged-pieces.js';
import { numbersOf } from '../compile/runs.js';
import { symbolsOf } from '../compile/symbols-of.js';
import { utf8Bytes } from '../compile/utf8-bytes.js';
import type { Compiled } from './compiled.js';

/**
 * Encodes by the vocabulary as it was read, slowly and plainly: what a compact file of it is judged by.
 *
 * @returns A function from a short text to its ids.
 */
export function plainEncoder({ vocabulary, machine }: Compiled): (text: string) => number[] {
  const { tokens, ids, characters } = vocabulary;
  const ranks = new Map(tokens.map((token, rank) => [token, rank]));
  const idsOf = (pieces: readonly string[]): number[] => pieces.map((piece) => ids[ranks.get(piece)!]!);
  if (!characters) {
    return (text) =>
      piecesOf(machine, text).flatMap((piece) => {
        const bytes = latin1(piece);
        return idsOf(ranks.has(bytes) ? [bytes] : mergedPieces(bytes, ranks, Infinity));
      });
  }
  const blocks = numbersOf(characters.blocks)
    .map((rank) => tokens[rank]!)
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const spaced = text.replaceAll('\u2581', ' ');
    const bytes = text === '' ? '' : utf8Bytes(characters.prefix + spaced);
    return cutAtBlocks(bytes, blocks).flatMap((part) =>
      idsOf(blocks.includes(part) ? [part] : mergedPieces(part, ranks, Infinity, symbolsOf(part, ranks))),
    );
  };
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Blocks and what stands between them; the blocks are given longest first. */
function cutAtBlocks(bytes: string, blocks: readonly string[]): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const block = blocks.find((each) => bytes.startsWith(each, at));
    if (block === undefined) at++;
    else {
      if (start < at) parts.push(bytes.slice(start, at));
      parts.push(block);
      at += block.length;
      start = at;
    }
  }
  return start < bytes.length ? [...parts, bytes.slice(start)] : parts;
}
