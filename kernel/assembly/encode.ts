import { merge } from './merge';
import { parts } from './scratch';
import { rankOf } from './ranks';
import { find, isWhole } from './vocabulary';

/** Writes the ranks of the tokens of the pieces, and returns where the last one ends. `ranks` has room for a rank a byte. */
export function encodePieces(at: usize, ends: usize, pieces: u32, ranks: usize): usize {
  const stop = ends + ((<usize>pieces) << 2);
  for (; ends < stop; ends += 4) {
    const end = <usize>load<u32>(ends);
    const token = find(at, <u32>(end - at));
    if (token && isWhole(token)) {
      store<u32>(ranks, rankOf(token));
      ranks += 4;
    } else {
      const count = merge(at, <u32>(end - at));
      const last = parts + ((<usize>count) << 2);
      for (let part = parts; part < last; part += 4) {
        const from = load<u32>(part);
        store<u32>(ranks, rankOf(find(from, load<u32>(part, 4) - from)));
        ranks += 4;
      }
    }
    at = end;
  }
  return ranks;
}
