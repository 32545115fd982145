import type { Estimate } from '../estimate/index.js';
import type { Paint } from './paint.js';
import { wrapped } from './wrapped.js';

const INDENT = 2;

/**
 * What holds for all tables of an answer; nothing that was not used is explained.
 *
 * @param estimates - The rows of all tables.
 * @param answer - Whether the answer's tokens were given.
 * @param columns - The width of the terminal.
 * @param paint - The colours.
 *
 * @returns Lines of text.
 */
export function legendLines(
  estimates: readonly Estimate[],
  answer: boolean,
  columns: number,
  paint: Paint,
): string[] {
  const about = estimates.some(({ exactness }) => exactness === 'approximate');
  const framing = Math.max(0, ...estimates.map(framingOf));
  const isPriced = estimates.some(({ priced }) => priced);
  const lines = [
    ...(about ? ['≈ estimated: the model’s own tokenizer is not at hand.'] : []),
    ...(framing > 0 ? [`Tokens of the text alone; a provider adds up to ${framing} around a message.`] : []),
    ...(isPriced && !answer ? ['The answer is not in the total: add --output 500 for its tokens.'] : []),
  ];
  return lines.flatMap((line) => wrapped(line, columns, INDENT)).map(paint.dim);
}

// The range of an approximate count is its own affair: it stands in the note of its row.
function framingOf({ priced, exactness, tokens }: Estimate): number {
  if (!priced || exactness === 'approximate' || tokens === undefined) return 0;
  return tokens.input.high - tokens.input.likely;
}
