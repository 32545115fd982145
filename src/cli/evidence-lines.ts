import type { PriceInForce } from '../bill/index.js';
import type { Warning } from '../errors/index.js';
import { labelled } from './labelled.js';
import type { Paint } from './paint.js';
import { ruleText } from './rule-text.js';
import { shortInstant } from './short-instant.js';
import { counted } from './thousands.js';

const STATUS = {
  'in-force': 'the seller’s own price',
  announced: 'announced, not seen in force',
  reconstructed: 'pieced together from listings of others',
} as const;

/**
 * Why a price is what it is: its rules, its time, its sources, and what to beware of.
 *
 * @param price - The price.
 * @param warnings - What is to be said of it, or of its bill.
 * @param columns - The width of the terminal.
 * @param paint - The colours.
 *
 * @returns Lines of text.
 */
export function evidenceLines(
  price: PriceInForce,
  warnings: readonly Warning[],
  columns: number,
  paint: Paint,
): string[] {
  const { from, until, checked, ageDays, status, sources, note } = price;
  const age = ageDays === 0 ? '' : `, ${counted(ageDays, 'day')} before`;
  const rows: (readonly [string, string])[] = [
    ...list('applied', rulesOf(price, true)),
    ...list('may apply', rulesOf(price, false)),
    [
      'period',
      `${from === null ? 'unknown' : shortInstant(from)} until ${until === null ? 'further notice' : shortInstant(until)}, ${STATUS[status]}`,
    ],
    ['checked', `${checked}${age}`],
    ...list('sources', sources),
    ...(note === undefined ? [] : [['note', note] as const]),
  ];
  return [
    ...rows.flatMap(([label, text]) => labelled(label, text, columns, paint)),
    ...list('beware', messagesOf(warnings)).flatMap(([label, text]) =>
      labelled(label, text, columns, paint).map(paint.bad),
    ),
  ];
}

function rulesOf({ possibleRules, rules, rates, currency }: PriceInForce, applied: boolean): string[] {
  return possibleRules
    .filter(({ name }) => rules.includes(name) === applied)
    .map((rule) => ruleText(rule, rates, currency));
}

/** Messages of warnings, each once. */
function messagesOf(warnings: readonly Warning[]): string[] {
  return [...new Set(warnings.map(({ message }) => message))];
}

/** One label for several texts. */
export function list(label: string, texts: readonly string[]): (readonly [string, string])[] {
  return texts.map((text, at) => [at === 0 ? label : '', text] as const);
}
