import { cellWidth, shortened } from './cell-width.js';

/** One column: its title (a line break makes two header lines) and how it gives way on a narrow terminal. */
export interface Column<Key extends string> {
  readonly key: Key;
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Columns with a number are left out when the table is too wide, the highest first. */
  readonly dispensable?: number;
}

/** A text and its colour; the colour does not count as width. */
export interface Cell {
  readonly text: string;
  readonly paint?: ((text: string) => string) | undefined;
}

/** Cells by column; `span` starts at a column and takes the place of all that follow. */
export interface Row<Key extends string> {
  readonly cells: Readonly<Partial<Record<Key, Cell>>>;
  readonly span?: { readonly from: Key; readonly cell: Cell };
}

interface Laid<Key extends string> {
  readonly column: Column<Key>;
  readonly width: number;
  /** Cells before it. */
  readonly gap: number;
}

/**
 * A table as lines of text: columns as wide as their contents, two cells apart; where room is short, one, from the left.
 *
 * @param columns - The columns, from the left.
 * @param rows - The rows, from the top.
 * @param room - The width to keep to, if leaving out the dispensable columns achieves it.
 * @param paintTitle - The colour of the header.
 *
 * @returns Lines without trailing spaces.
 */
export function tableLines<Key extends string>(
  columns: readonly Column<Key>[],
  rows: readonly Row<Key>[],
  room: number,
  paintTitle: (text: string) => string,
): string[] {
  const laid = layOut(columns, rows, room);
  const depth = Math.max(...laid.map(({ column }) => column.title.split('\n').length));
  const titles = Array.from({ length: depth }, (_, line): Row<Key> => {
    const cells: Partial<Record<Key, Cell>> = {};
    for (const { column } of laid) {
      cells[column.key] = { text: column.title.split('\n')[line] ?? '', paint: paintTitle };
    }
    return { cells };
  });
  const keys = columns.map(({ key }) => key);
  return [...titles, ...rows].map((row) => {
    // The span of a column that was left out begins at the next one that was not.
    const from = row.span && keys.indexOf(row.span.from);
    const at = from === undefined ? -1 : laid.findIndex(({ column }) => keys.indexOf(column.key) >= from);
    return rowLine(row, laid, at, room);
  });
}

function layOut<Key extends string>(
  columns: readonly Column<Key>[],
  rows: readonly Row<Key>[],
  room: number,
): readonly Laid<Key>[] {
  const widths = columns.map((column) => widthOf(column, rows));
  const gaps = columns.length - 1;
  const spare = room - gaps - widths.reduce((sum, width) => sum + width, 0);
  const next = Math.max(...columns.map(({ dispensable = 0 }) => dispensable));
  if (spare < 0 && next > 0) {
    const kept = columns.filter(({ dispensable = 0 }) => dispensable !== next);
    return layOut(kept, rows, room);
  }
  return columns.map((column, at) => ({
    column,
    width: widths[at]!,
    gap: at === 0 ? 0 : columns.length - at <= spare ? 2 : 1,
  }));
}

function widthOf<Key extends string>({ key, title }: Column<Key>, rows: readonly Row<Key>[]): number {
  const texts = [...title.split('\n'), ...rows.map(({ cells }) => cells[key]?.text ?? '')];
  return Math.max(...texts.map(cellWidth));
}

function rowLine<Key extends string>(
  { cells, span }: Row<Key>,
  laid: readonly Laid<Key>[],
  spanAt: number,
  room: number,
): string {
  const parts: string[] = [];
  let used = 0;
  let ends = 0; // where the last visible character stands, so that no line ends in spaces
  for (const [at, { column, width, gap }] of laid.entries()) {
    const isSpan = span !== undefined && at === spanAt;
    const { text: whole, paint } = isSpan ? span.cell : (cells[column.key] ?? { text: '' });
    used += gap;
    const text = isSpan ? shortened(whole, Math.max(width, room - used)) : whole;
    used += width;
    const space = ' '.repeat(Math.max(0, width - cellWidth(text)));
    const painted = paint ? paint(text) : text;
    parts.push(' '.repeat(gap));
    if (column.align === 'left' || isSpan) parts.push(painted, space);
    else parts.push(space, painted);
    if (text !== '') ends = parts.length - (column.align === 'left' || isSpan ? 1 : 0);
    if (isSpan) break;
  }
  return parts.slice(0, ends).join('');
}
