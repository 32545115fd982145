import { HeapMerger } from '../../src/tokenize/merge/heap-merger.js';
import { PairRank } from '../../src/tokenize/merge/pair-rank.js';
import { PieceEncoder } from '../../src/tokenize/piece-encoder.js';
import { readMachine } from '../../src/tokenize/pretokenize/piece-machine.js';
import { preTokenizer } from '../../src/tokenize/pretokenize/scan.js';
import { PieceReader } from '../../src/tokenize/text/piece-reader.js';
import { TokenTable } from '../../src/tokenize/vocabulary/token-table.js';
import type { Vocabulary } from '../../src/tokenize/vocabulary/vocabulary.js';

/** Ranks of a text's tokens, each piece merged by one heap over the whole of it: exact for any vocabulary. */
export function heapRanks(vocabulary: Vocabulary): (text: string) => number[] {
  const table = new TokenTable(vocabulary);
  const reader = new PieceReader(preTokenizer(readMachine(vocabulary.machine)));
  const encoder = new PieceEncoder(vocabulary, table, new HeapMerger(new PairRank(table)));
  return (text) => {
    const ranks: number[] = [];
    reader.open(text);
    for (let pieces = reader.read(); pieces > 0; pieces = reader.read()) {
      encoder.encodeBatch(reader.bytes, reader.view, reader.start, reader.ends, pieces, ranks);
    }
    return ranks;
  };
}
