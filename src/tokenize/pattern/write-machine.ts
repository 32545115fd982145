import { MACHINE_HEADER } from '../pretokenize/piece-machine.js';
import { classTable } from '../unicode/class-table.js';
import { LIMIT } from './code-points.js';
import type { Columns } from './columns.js';
import { refused } from './refused.js';
import type { Stream, Turn } from './stream.js';

const CLASSES = 16;

/**
 * A machine as bytes.
 *
 * | bytes | content |
 * |---|---|
 * | 4 | number of states; of columns; the first tentative state; 0 |
 * | 16 | the column of each character class |
 * | 2 | number of runs |
 * | 7 a run | first code point, one past the last (3 bytes each, little-endian), column: what differs from its class's column |
 * | 2 a transition | by state, then by column: next state (7 bits), piece ends (1), ends before previous (1), takes back (1) |
 */
export function writeMachine(stream: Stream, columns: Columns): Uint8Array {
  const columnOf = commonColumns(columns);
  const runs = exceptions(columns, columnOf);
  const order = stream.turns.map((_, state) => state);
  order.sort((a, b) => Number(stream.isTentative[a]) - Number(stream.isTentative[b]) || a - b);
  const place = new Map(order.map((state, index) => [state, index]));
  const bytes = new Uint8Array(MACHINE_HEADER + 7 * runs.length + 2 * order.length * columns.count);
  const view = new DataView(bytes.buffer);
  bytes.set([order.length, columns.count, order.filter((state) => !stream.isTentative[state]).length, 0]);
  bytes.set(columnOf, 4);
  if (runs.length > 0xffff) throw refused(`it has ${runs.length} runs of characters, more than 65,535`);
  view.setUint16(4 + CLASSES, runs.length, true);
  let at = MACHINE_HEADER;
  for (const [from, to, column] of runs) {
    view.setUint16(at, from & 0xffff, true);
    view.setUint8(at + 2, from >> 16);
    view.setUint16(at + 3, to & 0xffff, true);
    view.setUint8(at + 5, to >> 16);
    view.setUint8(at + 6, column);
    at += 7;
  }
  for (const state of order) {
    for (const turn of stream.turns[state]!) {
      view.setUint16(at, packed(turn, place.get(turn.next)!), true);
      at += 2;
    }
  }
  return bytes;
}

function packed(turn: Turn, next: number): number {
  return (
    next | (Number(turn.ends) << 7) | (Number(turn.endsBeforePrevious) << 8) | (Number(turn.takesBack) << 9)
  );
}

/** For each class the column that most of its characters have. */
function commonColumns(columns: Columns): Uint8Array {
  const counts = Array.from({ length: CLASSES }, () => new Map<number, number>());
  for (const [from, to, found, column] of spans(columns)) {
    counts[found]!.set(column, (counts[found]!.get(column) ?? 0) + to - from);
  }
  return Uint8Array.from(counts, (each) => [...each].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0);
}

function exceptions(columns: Columns, columnOf: Uint8Array): [number, number, number][] {
  const runs: [number, number, number][] = [];
  for (const [from, to, found, column] of spans(columns)) {
    if (columnOf[found] === column) continue;
    const last = runs.at(-1);
    if (last?.[1] === from && last[2] === column) last[1] = to;
    else runs.push([from, to, column]);
  }
  return runs;
}

/** Code points in order, as spans of one class and one column. */
function* spans(columns: Columns): Generator<readonly [number, number, number, number]> {
  const { blockOf, classes } = classTable();
  const classOf = (point: number): number => classes[(blockOf[point >> 8]! << 8) | (point & 255)]!;
  let run = 0;
  let from = 0;
  for (let point = 1; point <= LIMIT; point++) {
    const column = columns.runs[run]![1];
    const isNext = columns.runs[run + 1]?.[0] === point;
    if (point < LIMIT && !isNext && classOf(point) === classOf(from)) continue;
    yield [from, point, classOf(from), column];
    if (isNext) run++;
    from = point;
  }
}
