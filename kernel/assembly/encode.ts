import { merge } from './merge';
import { rankOf } from './ranks';
import { find, isWhole } from './vocabulary';

/** Writes the ranks of the tokens of the pieces, and returns where the last one ends. `ranks` has room for a rank a byte, and one. */
export function encodePieces(at: usize, ends: usize, pieces: u32, ranks: usize): usize {
  const stop = ends + ((<usize>pieces) << 2);
  for (; ends < stop; ends += 4) {
    const end = <usize>load<u32>(ends);
    const token = find(at, <u32>(end - at));
    if (token && isWhole(token)) {
      store<u32>(ranks, rankOf(token));
      ranks += 4;
    } else {
      const last = ranks + ((<usize>merge(at, <u32>(end - at), ranks)) << 2);
      for (; ranks < last; ranks += 4) {
        const from = load<u32>(ranks);
        store<u32>(ranks, rankOf(find(from, load<u32>(ranks, 4) - from)));
      }
    }
    at = end;
  }
  return ranks;
}
