import type { Line } from '../bill/index.js';
import {
  type EstimateRequest,
  type Estimator,
  type PricedEstimate,
  WRITE_METERS,
} from '../estimate/index.js';
import type { Meter, Quantities } from '../meters/index.js';
import { add, multiply, type Rational, ratio, rational, toDecimal, ZERO } from '../money/index.js';
import { promptSize } from '../prices/index.js';
import type { TurnTokens } from './conversation-turns.js';
import { demandPrice } from './demand-price.js';
import type { Lifetime } from './lifetimes.js';

/** What one request of a conversation costs. */
export interface TurnPrice {
  readonly cost: string;
  /** Rules of the price that hold at its size. */
  readonly rules: readonly string[];
}

/** The rates that hold between two bounds of a price. */
interface Rates {
  readonly rules: readonly string[];
  /** What a unit of each meter costs. */
  readonly perUnit: ReadonlyMap<Meter, Rational>;
  /** What is the same for every request: a fee. */
  readonly fees: Rational;
}

/**
 * Prices requests of one call's conditions. An estimate is made for the first request between two bounds of the price; the others
 * there have its rates, so that ten thousand cost little more time than one.
 *
 * @param call - The conditions, without sizes.
 * @param first - Any estimate of it, for the bounds.
 * @param ttl - How long what is written is kept.
 */
export function createTurnPrices(
  estimator: Estimator,
  call: EstimateRequest,
  { price }: PricedEstimate,
  ttl: Lifetime,
): (turn: Omit<TurnTokens, 'turn'>) => Promise<TurnPrice> {
  const bounds = (of: 'promptTokens' | 'outputTokens'): number[] =>
    price.possibleRules.flatMap(({ when }) => Object.values(when[of] ?? {}) as number[]);
  const [prompts, outputs] = [bounds('promptTokens'), bounds('outputTokens')];
  const known = new Map<string, Rates | undefined>();

  return async ({ input, output, cacheRead: read, cacheWrite: write }) => {
    const fresh = input - read - write;
    const used: Quantities = { input: fresh, cacheRead: read, [WRITE_METERS[ttl]]: write, output };
    const size = promptSize(used);
    const key = [
      ...prompts.map((bound) => Math.sign(size.prompt - bound)),
      ...outputs.map((bound) => Math.sign(size.output - bound)),
      ...Object.values(used).map((tokens) => Math.sign(tokens)),
    ].join();
    const rates = known.get(key);
    if (rates) return { cost: costOf(used, rates), rules: rates.rules };
    const cachedInput = { read, write, ttl };
    const estimate = await demandPrice(estimator, { ...call, input, output, cachedInput });
    if (!known.has(key)) known.set(key, ratesOf(estimate, used));
    return { cost: estimate.cost.likely, rules: estimate.price.rules };
  };
}

/** The rates of an estimate; `undefined` where a bill is not the sum of quantities and rates, as with brackets or a minimum. */
function ratesOf({ lines, price }: PricedEstimate, used: Quantities): Rates | undefined {
  const perUnit = new Map<Meter, Rational>();
  let fees = ZERO;
  for (const line of lines) {
    if (used[line.meter] === undefined) fees = add(fees, rational(line.amount));
    else if (used[line.meter] === line.quantity) perUnit.set(line.meter, unit(line));
    else return undefined;
  }
  return { rules: price.rules, perUnit, fees };
}

function unit({ rate, per }: Line): Rational {
  return multiply(rational(rate), ratio(1n, BigInt(per)));
}

// Each line is rounded by itself, as in a bill.
function costOf(used: Quantities, { perUnit, fees }: Rates): string {
  let sum = fees;
  for (const [meter, each] of perUnit) {
    sum = add(sum, rational(toDecimal(multiply(each, rational(used[meter] ?? 0)))));
  }
  return toDecimal(sum);
}
