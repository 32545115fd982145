import type { Bill } from '../bill/index.js';
import { METERS } from '../meters/index.js';
import { evidenceLines, list } from './evidence-lines.js';
import type { Io } from './io.js';
import { labelled } from './labelled.js';
import { exactMoney, meterName, meterUnit } from './meter-text.js';
import type { Paint } from './paint.js';
import { printable } from './printable.js';
import { shortInstant } from './short-instant.js';
import { type Column, type Row, tableLines } from './table.js';
import { thousands } from './thousands.js';
import type { BilledReply } from './usage.js';
import { wrapped } from './wrapped.js';

type Key = 'meter' | 'quantity' | 'rate' | 'unit' | 'amount';

const COLUMNS: readonly Column<Key>[] = [
  { key: 'meter', title: 'meter', align: 'left' },
  { key: 'quantity', title: 'quantity', align: 'right' },
  { key: 'rate', title: 'rate', align: 'right' },
  { key: 'unit', title: 'per', align: 'left', dispensable: 1 },
  { key: 'amount', title: 'amount', align: 'right' },
];

const NAMES: Readonly<Record<string, string>> = { serviceTier: 'tier', provider: 'sold by' };

/**
 * An explained bill.
 *
 * @param billed - The reply and its bill.
 * @param io - For the clock.
 * @param room - The width to keep to.
 * @param paint - The colours.
 *
 * @returns The text, with its line breaks.
 */
export function billText(billed: BilledReply, io: Pick<Io, 'now'>, room: number, paint: Paint): string {
  const { model, usage, bill } = billed;
  const seller = bill.priced ? ` at ${bill.price.provider}` : '';
  const said = Object.entries(usage.conditions).map(([name, value]) => `${NAMES[name] ?? name} ${value}`);
  const facts = [`a reply of shape ${usage.shape}`, `prices of ${clockText(billed, io)}`, ...said];
  const lines = [
    paint.bold(`${printable(bill.priced ? bill.price.model : model)}${seller}`),
    ...wrapped(printable(facts.join(' · ')), room, 2).map(paint.dim),
    '',
    ...(bill.priced ? pricedLines(bill, room, paint) : unpricedLines(bill, room, paint)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function clockText({ bill, clock, usage }: BilledReply, io: Pick<Io, 'now'>): string {
  if (clock === 'caller') return bill.priced ? shortInstant(bill.price.at) : 'the instant you named';
  if (clock === 'reply') return `${shortInstant(usage.at ?? '')}, the reply’s own time`;
  const why = usage.at === undefined ? 'the reply names no time' : 'the reply’s own time cannot be';
  return `${io.now().toISOString().slice(0, 10)}, as ${why}`;
}

type PricedBill = Extract<Bill, { priced: true }>;
type UnpricedBill = Extract<Bill, { priced: false }>;

function pricedLines(bill: PricedBill, room: number, paint: Paint): string[] {
  const { currency, lines, total, price, warnings, billed, band, others = [] } = bill;
  const rows: Row<Key>[] = lines.map(({ meter, quantity, rate, amount }) => ({
    cells: {
      meter: { text: meterName(meter) },
      quantity: { text: thousands(quantity) },
      rate: { text: exactMoney(currency, rate) },
      unit: { text: meterUnit(meter), paint: paint.dim },
      amount: { text: exactMoney(currency, amount) },
    },
  }));
  const sum: Row<Key> = {
    cells: {
      meter: { text: 'total', paint: paint.bold },
      amount: { text: exactMoney(currency, total), paint: (text) => paint.bold(paint.good(text)) },
    },
  };
  const charged =
    billed === undefined ? [] : [`${exactMoney('USD', billed)}${billed === total ? ', the same' : ''}`];
  const beside = others.map(
    (other) =>
      `${other.model} ${other.bill.priced ? exactMoney(other.bill.currency, other.bill.total) : 'at no known price'}`,
  );
  const hours = band ? [`${exactMoney(currency, band.low)} to ${exactMoney(currency, band.high)}`] : [];
  return [
    ...tableLines(COLUMNS, [...rows, sum], room, paint.dim),
    '',
    ...[...list('charged', charged), ...list('beside', beside), ...list('by hour', hours)].flatMap(
      ([label, text]) => labelled(label, text, room, paint),
    ),
    ...evidenceLines(price, warnings, room, paint),
  ];
}

function unpricedLines(
  { quantities, price, warnings, billed }: UnpricedBill,
  room: number,
  paint: Paint,
): string[] {
  const used = METERS.filter((meter) => quantities[meter]).map(
    (meter) => `${thousands(quantities[meter]!)} ${meterName(meter)}`,
  );
  const rows = [
    ...list('used', [used.join(', ')]),
    ...list('charged', billed === undefined ? [] : [exactMoney('USD', billed)]),
    ...list('beware', [...new Set(warnings.map(({ message }) => message))]),
  ];
  return [
    ...wrapped(printable(`no price: ${price.message}`), room, 2).map(paint.bad),
    '',
    ...rows.flatMap(([label, text]) => labelled(label, text, room, paint)),
  ];
}
