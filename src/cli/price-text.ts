import type { PriceInForce, Unpriced } from '../bill/index.js';
import { METERS } from '../meters/index.js';
import type { Period } from '../prices/index.js';
import { evidenceLines, list } from './evidence-lines.js';
import { historyLines } from './history-lines.js';
import { labelled } from './labelled.js';
import { exactMoney, meterName, meterUnit } from './meter-text.js';
import type { Paint } from './paint.js';
import { printable } from './printable.js';
import { shortInstant } from './short-instant.js';
import { type Column, tableLines } from './table.js';
import { counted } from './thousands.js';
import { wrapped } from './wrapped.js';

/** What was asked, and what is known beside the price. */
export interface PriceQuestion {
  readonly requested: string;
  /** The steps from the id to the model. */
  readonly via?: readonly string[];
  /** All periods of the offer, oldest first. */
  readonly periods: readonly Period[];
  readonly history: boolean;
}

type RateKey = 'meter' | 'rate' | 'band' | 'unit';

/**
 * A price: its rates, its evidence, and its past.
 *
 * @param price - The price in force.
 * @param question - What was asked.
 * @param room - The width to keep to.
 * @param paint - The colours.
 *
 * @returns Lines of text.
 */
export function priceLines(
  price: PriceInForce,
  { requested, via = [], periods, history }: PriceQuestion,
  room: number,
  paint: Paint,
): string[] {
  const facts = `${price.provider} · ${shortInstant(price.at)} · ${price.currency}`;
  const steps = via.length > 0 ? `${requested}: ${via.join(', ')}` : undefined;
  const at = periods.find(({ from, until }) => from === price.from && until === price.until);
  return [
    `${paint.bold(printable(price.model))} ${paint.dim(facts)}`,
    ...(steps === undefined ? [] : wrapped(printable(steps), room, 2).map(paint.dim)),
    '',
    ...rateLines(price, room, paint),
    '',
    ...evidenceLines(price, price.warnings, room, paint),
    ...pastLines(periods, at, history, room, paint),
  ];
}

function rateLines(price: PriceInForce, room: number, paint: Paint): string[] {
  const { rates, band, currency } = price;
  const columns: Column<RateKey>[] = [
    { key: 'meter', title: 'meter', align: 'left' },
    { key: 'rate', title: 'rate', align: 'right' },
    ...(band ? [{ key: 'band' as const, title: 'by the hour', align: 'right' as const }] : []),
    { key: 'unit', title: 'per', align: 'left' },
  ];
  const rows = METERS.filter((meter) => rates[meter] !== undefined).map((meter) => ({
    cells: {
      meter: { text: meterName(meter) },
      rate: { text: exactMoney(currency, rates[meter]!), paint: paint.bold },
      band: { text: ends(band?.low[meter], band?.high[meter]) },
      unit: { text: meterUnit(meter), paint: paint.dim },
    },
  }));
  return tableLines(columns, rows, room, paint.dim);

  function ends(low: string | undefined, high: string | undefined): string {
    if (low === undefined || high === undefined || low === high) return '';
    return `${exactMoney(currency, low)} … ${exactMoney(currency, high)}`;
  }
}

function pastLines(
  periods: readonly Period[],
  at: Period | undefined,
  history: boolean,
  room: number,
  paint: Paint,
): string[] {
  if (history && periods.length > 0) return ['', ...historyLines(periods, at, room, paint)];
  if (periods.length < 2) return [];
  const first = periods[0]!.from;
  const since = first === null ? '' : ` since ${first.slice(0, 10)}`;
  return labelled(
    'history',
    `${counted(periods.length, 'period')}${since}: --history lists them`,
    room,
    paint,
  );
}

/**
 * Why there is no price, and where there is one.
 *
 * @param unpriced - The reason.
 * @param question - What was asked.
 * @param hosts - What others ask for the same model.
 * @param room - The width to keep to.
 * @param paint - The colours.
 *
 * @returns Lines of text.
 */
export function unpricedLines(
  unpriced: Unpriced,
  { requested, periods, history }: PriceQuestion,
  hosts: readonly PriceInForce[],
  room: number,
  paint: Paint,
): string[] {
  const reason = unpriced.reason.replaceAll('-', ' ');
  const [what = ''] = unpriced.message.split(/(?<=\.) (?=Successors|Sold then|Nearest)/);
  const rows = [
    ...list('successors', unpriced.successors.length > 0 ? [unpriced.successors.join(', ')] : []),
    ...list('nearest', unpriced.nearest.length > 0 ? [unpriced.nearest.join(', ')] : []),
  ];
  return [
    `${paint.bold(printable(requested))} ${paint.bad(`no price: ${reason}`)}`,
    ...wrapped(printable(what), room, 0),
    ...(rows.length > 0 ? [''] : []),
    ...rows.flatMap(([label, text]) => labelled(label, text, room, paint)),
    ...hostLines(hosts, room, paint),
    ...(hosts.length > 0 && periods.length > 1 && !history ? [''] : []),
    ...pastLines(periods, undefined, history, room, paint),
  ];
}

type HostKey = 'host' | 'input' | 'cached' | 'output' | 'checked';

function hostLines(hosts: readonly PriceInForce[], room: number, paint: Paint): string[] {
  if (hosts.length === 0) return [];
  const columns: Column<HostKey>[] = [
    { key: 'host', title: 'sold by', align: 'left' },
    { key: 'input', title: 'input', align: 'right' },
    { key: 'cached', title: 'cached input', align: 'right' },
    { key: 'output', title: 'output', align: 'right' },
    { key: 'checked', title: 'checked', align: 'left' },
  ];
  const rows = hosts.map(({ provider, currency, rates, checked }) => {
    const text = (rate: string | undefined) => ({
      text: rate === undefined ? '–' : exactMoney(currency, rate),
    });
    return {
      cells: {
        host: { text: provider },
        input: text(rates.input),
        cached: text(rates.cacheRead),
        output: text(rates.output),
        checked: { text: checked, paint: paint.dim },
      },
    };
  });
  return ['', ...tableLines(columns, rows, room, paint.dim)];
}
