import type { Currency, Meter } from '../meters/index.js';
import type { Period } from '../prices/index.js';
import { exactMoney, meterName } from './meter-text.js';
import type { Paint } from './paint.js';
import { shortInstant } from './short-instant.js';
import { type Cell, type Column, type Row, tableLines } from './table.js';

type Key = 'mark' | 'from' | 'until' | Meter | 'rules';

// What a timeline has room for; the rates in force have the rest.
const SHOWN: readonly Meter[] = ['input', 'cacheRead', 'output'];

/**
 * A timeline of list prices, the newest first, with a mark at the one asked for.
 *
 * @param periods - The periods of an offer, oldest first.
 * @param at - The beginning of the period asked for; `undefined` marks none.
 * @param room - The width to keep to.
 * @param paint - The colours.
 *
 * @returns Lines of text.
 */
export function historyLines(
  periods: readonly Period[],
  at: Period | undefined,
  room: number,
  paint: Paint,
): string[] {
  const meters = SHOWN.filter((meter) => periods.some(({ rates }) => rates[meter] !== undefined));
  const columns: Column<Key>[] = [
    { key: 'mark', title: '', align: 'left' },
    { key: 'from', title: 'from', align: 'left' },
    { key: 'until', title: 'until', align: 'left' },
    ...meters.map((meter) => ({ key: meter, title: meterName(meter), align: 'right' as const })),
    { key: 'rules', title: 'rules', align: 'left' },
  ];
  const rows = [...periods].reverse().map((period) => rowOf(period, period === at, meters, paint));
  return tableLines(columns, rows, room, paint.dim);
}

function rowOf(period: Period, marked: boolean, meters: readonly Meter[], paint: Paint): Row<Key> {
  const { from, until, rates, currency, rules, status } = period;
  const brush = marked ? paint.bold : undefined;
  const cells: Partial<Record<Key, Cell>> = {
    mark: { text: marked ? '▸' : ' ', paint: paint.good },
    from: { text: from === null ? '?' : shortInstant(from), paint: brush },
    until: { text: until === null ? '–' : shortInstant(until), paint: brush },
  };
  for (const meter of meters) cells[meter] = { text: rateText(rates[meter], currency), paint: brush };
  const said = [
    ...(status === 'in-force' ? [] : [status]),
    ...(rules.length === 0 ? [] : [rules.map(({ name }) => name).join(', ')]),
  ];
  return { cells, span: { from: 'rules', cell: { text: said.join('; '), paint: paint.dim } } };
}

function rateText(rate: string | undefined, currency: Currency): string {
  return rate === undefined ? '–' : exactMoney(currency, rate);
}
