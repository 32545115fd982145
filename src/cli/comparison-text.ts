import type { Estimate, PricedEstimate, UnpricedEstimate } from '../estimate/index.js';
import { isZero, type Rational, rational } from '../money/index.js';
import { costParts } from './cost-parts.js';
import type { Footnotes } from './footnotes.js';
import { type Money, moneyColumn, placesFor } from './money-text.js';
import type { Paint } from './paint.js';
import { printable } from './printable.js';
import { ratioText } from './ratio-text.js';
import { rowNotes } from './row-notes.js';
import { type Cell, type Column, type Row, tableLines } from './table.js';
import { thousands } from './thousands.js';

type Key = 'model' | 'host' | 'tokens' | 'letters' | 'input' | 'output' | 'total' | 'ratio';

const COLUMNS: readonly Column<Key>[] = [
  { key: 'model', title: '\nmodel', align: 'left' },
  { key: 'host', title: '\nhost', align: 'left', dispensable: 2 },
  { key: 'tokens', title: '\ntokens', align: 'right' },
  { key: 'letters', title: 'letters\n/token', align: 'right', dispensable: 1 },
  { key: 'input', title: '\ninput', align: 'right', dispensable: 3 },
  { key: 'output', title: '\noutput', align: 'right', dispensable: 3 },
  { key: 'total', title: '\ntotal', align: 'right' },
  { key: 'ratio', title: '\nratio', align: 'right' },
];
const INPUT_DIGITS = 2;
const DIGITS = 3;
const NOTHING = '–';

/**
 * The table of one comparison.
 *
 * @param estimates - In the order of `compareCosts`: the cheapest first, what has no price last.
 * @param answer - Whether the answer's tokens were given; without them the total is what goes in.
 * @param columns - The width of the terminal.
 * @param paint - The colours.
 * @param notes - Takes what the rows have to say.
 *
 * @returns Lines of text.
 */
export function comparisonLines(
  estimates: readonly Estimate[],
  answer: boolean,
  columns: number,
  paint: Paint,
  notes: Footnotes,
): string[] {
  const priced = estimates.filter((estimate) => estimate.priced);
  const unpriced = estimates.filter((estimate) => !estimate.priced);
  const rows = [
    ...pricedRows(priced, answer, notes, paint),
    ...unpriced.map((estimate) => unpricedRow(estimate, notes, paint)),
  ];
  const shown = priced.length > 1 ? COLUMNS : COLUMNS.filter(({ key }) => key !== 'ratio');
  return tableLines(shown, rows, columns, paint.dim);
}

function pricedRows(
  priced: readonly PricedEstimate[],
  answer: boolean,
  notes: Footnotes,
  paint: Paint,
): Row<Key>[] {
  const parts = priced.map(({ lines }) => costParts(lines));
  const money = (amounts: readonly Rational[], places: number): string[] =>
    moneyColumn(
      amounts.map((amount, at): Money => ({ currency: priced[at]!.currency, amount })),
      places,
    );
  const inputs = parts.map((part) => part.input);
  const outputs = parts.map((part) => part.output);
  const totals = priced.map(({ cost }) => rational(cost.likely));
  // No fewer places than the total has: a part that is rounded more would look larger than the whole.
  const totalPlaces = placesFor(totals, DIGITS);
  const input = money(inputs, Math.max(totalPlaces, placesFor(inputs, INPUT_DIGITS)));
  const output = money(outputs, placesFor(outputs, DIGITS));
  const total = money(totals, totalPlaces);
  return priced.map((estimate, at) => {
    const cheapest = at === 0 && priced.length > 1;
    const comparable = estimate.currency === priced[0]!.currency && !isZero(totals[0]!);
    return {
      cells: {
        ...counted(estimate, notes, paint),
        host: { text: printable(estimate.provider) },
        input: { text: input[at]! },
        output: { text: answer ? output[at]! : NOTHING },
        total: { text: total[at]!, paint: cheapest ? (text) => paint.bold(paint.good(text)) : paint.bold },
        ratio: {
          text: comparable ? ratioText(totals[at]!, totals[0]!) : NOTHING,
          paint: cheapest ? paint.good : undefined,
        },
      },
    };
  });
}

function unpricedRow(estimate: UnpricedEstimate, notes: Footnotes, paint: Paint): Row<Key> {
  const reason = estimate.price.reason.replaceAll('-', ' ');
  return {
    cells: { ...counted(estimate, notes, paint), host: { text: NOTHING } },
    span: { from: 'input', cell: { text: `no price: ${reason}`, paint: paint.bad } },
  };
}

function counted(
  estimate: Estimate,
  notes: Footnotes,
  paint: Paint,
): Record<'model' | 'tokens' | 'letters', Cell> {
  const marks = rowNotes(estimate).map((note) => notes.mark(note));
  const model = printable(estimate.priced ? estimate.model : estimate.requested);
  const tokens = estimate.tokens?.input.likely;
  const about = estimate.exactness === 'approximate' ? '≈' : '';
  return {
    model: {
      text: `${model} ${marks.join('\u2009')}`.trimEnd(),
      paint: estimate.priced ? undefined : paint.bad,
    },
    tokens: { text: tokens === undefined ? NOTHING : `${about}${thousands(tokens)}` },
    letters: { text: estimate.lettersPerToken > 0 ? estimate.lettersPerToken.toFixed(2) : NOTHING },
  };
}
