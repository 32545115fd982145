import type { Meter, Quantities } from '../meters/index.js';
import type { Rational } from '../money/index.js';
import { type Bracket, OUTPUT, PROMPT } from '../prices/index.js';

/** Some of the tokens of a meter, and the rates that hold for them. */
export interface Piece {
  readonly quantity: number;
  readonly rates: ReadonlyMap<Meter, Rational>;
}

/**
 * The tokens of one meter, cut at the bounds of the brackets.
 *
 * Tokens count towards a bound in the order of `PROMPT` and `OUTPUT`: a prompt of 60 cached and 60 fresh tokens has 20 fresh
 * ones beyond a bound of 100.
 *
 * @param meter - The meter.
 * @param quantities - All that was used.
 * @param rates - The rates below all brackets.
 * @param brackets - The brackets, the later winning.
 *
 * @returns One piece where no bracket cuts it.
 */
export function piecesOf(
  meter: Meter,
  quantities: Quantities,
  rates: ReadonlyMap<Meter, Rational>,
  brackets: readonly Bracket[],
): Piece[] {
  const quantity = quantities[meter] ?? 0;
  const order = PROMPT.includes(meter) ? PROMPT : OUTPUT;
  const side = order === PROMPT ? 'prompt' : 'output';
  const own = order.includes(meter) ? brackets.filter((bracket) => bracket.side === side) : [];
  if (own.length === 0) return [{ quantity, rates }];
  const before = order
    .slice(0, order.indexOf(meter))
    .reduce((sum, earlier) => sum + (quantities[earlier] ?? 0), 0);
  const inside = own.map(({ after }) => after).filter((after) => after > before && after < before + quantity);
  const cuts = [...new Set([before, ...inside, before + quantity])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index]!;
    const open = own.filter(({ after }) => after <= start);
    return {
      quantity: end - start,
      rates: new Map([rates, ...open.map((each) => each.rates)].flatMap((m) => [...m])),
    };
  });
}
