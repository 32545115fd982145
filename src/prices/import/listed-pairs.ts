import { compare, multiply, type Rational, rational, toExact } from '../../money/index.js';
import type { Period } from '../types.js';
import type { ExactPeriod } from './exact-row.js';

/** What a model costs, in the two numbers that every list has. */
export interface Pair {
  readonly input: Rational;
  readonly output: Rational;
}

/** The price of input and output in a row, when both are known. */
export function pairOf(period: ExactPeriod | undefined): Pair | undefined {
  const [input, output] = [period?.rates.get('input'), period?.rates.get('output')];
  return input && output ? { input, output } : undefined;
}

/** The plain price in a period of the table. */
export function pairOfPeriod({ rates: { input, output } }: Period): Pair | undefined {
  return input && output ? { input: rational(input), output: rational(output) } : undefined;
}

/**
 * Every price that somebody may have read off a period: the plain one, and that under each single rule.
 *
 * @param period - A period of the table.
 *
 * @returns The prices, each with the name of its rule.
 */
export function pairsOfPeriod(period: Period): (Pair & { readonly rule?: string })[] {
  const plain = pairOfPeriod(period);
  if (!plain) return [];
  const ruled = period.rules.map((rule) => {
    const { name } = rule;
    if (rule.kind === 'replace') {
      const { input = toExact(plain.input), output = toExact(plain.output) } = rule.rates;
      return { rule: name, input: rational(input), output: rational(output) };
    }
    const by = rational(rule.by);
    const times = (meter: 'input' | 'output'): Rational =>
      (rule.only?.includes(meter) ?? true) ? multiply(plain[meter], by) : plain[meter];
    return { rule: name, input: times('input'), output: times('output') };
  });
  return [plain, ...ruled];
}

/** Whether two prices are the same. */
export function same(a: Pair, b: Pair): boolean {
  return compare(a.input, b.input) === 0 && compare(a.output, b.output) === 0;
}

/** Both numbers of a price, e.g. `"0.55/2.19"`. */
export function shown({ input, output }: Pair): string {
  return `${toExact(input)}/${toExact(output)}`;
}
