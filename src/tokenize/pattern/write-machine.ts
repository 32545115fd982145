import { MACHINE_HEADER } from '../pretokenize/piece-machine.js';
import { LIMIT } from './code-points.js';
import type { Columns } from './columns.js';
import type { Stream, Turn } from './stream.js';

/**
 * A machine as bytes.
 *
 * | bytes | content |
 * |---|---|
 * | 4 | number of states; of columns; the first tentative state; 0 |
 * | 2 | number of blocks that `readMachine` makes of the runs |
 * | 2 | number of runs |
 * | 2 to 4 a run | how many code points (seven bits a byte, low ones first, bit 7 where more follow), then their column; from U+0000 on |
 * | 2 a transition | by state, then by column: next state (7 bits), piece ends (1), ends before previous (1), takes back (1) |
 */
export function writeMachine(stream: Stream, columns: Columns): Uint8Array {
  const order = stream.turns.map((_, state) => state);
  order.sort((a, b) => Number(stream.isTentative[a]) - Number(stream.isTentative[b]) || a - b);
  const place = new Map(order.map((state, index) => [state, index]));
  const certain = order.filter((state) => !stream.isTentative[state]).length;
  const bytes = [
    order.length,
    columns.count,
    certain,
    0,
    ...half(blocksOf(columns)),
    ...half(columns.runs.length),
  ];
  if (bytes.length !== MACHINE_HEADER) throw new Error('The header of a machine has another length.');
  for (const [index, [from, column]] of columns.runs.entries()) {
    let length = (columns.runs[index + 1]?.[0] ?? LIMIT) - from;
    for (; length > 127; length >>= 7) bytes.push((length & 127) | 128);
    bytes.push(length, column);
  }
  for (const state of order) {
    for (const turn of stream.turns[state]!) bytes.push(...half(packed(turn, place.get(turn.next)!)));
  }
  return Uint8Array.from(bytes);
}

function half(number: number): [number, number] {
  return [number & 255, number >> 8];
}

function packed(turn: Turn, next: number): number {
  return (
    next | (Number(turn.ends) << 7) | (Number(turn.endsBeforePrevious) << 8) | (Number(turn.takesBack) << 9)
  );
}

/** Blocks of 256 code points that hold more than one column, and one for each column that some block holds alone. */
function blocksOf({ runs }: Columns): number {
  const mixed = new Set(
    runs
      .map(([from]) => from)
      .filter((from) => from & 255)
      .map((from) => from >> 8),
  );
  const alone = new Set<number>();
  for (const [index, [from, column]] of runs.entries()) {
    const to = runs[index + 1]?.[0] ?? LIMIT;
    if ((from + 255) >> 8 < to >> 8) alone.add(column);
  }
  return mixed.size + alone.size;
}
