import type { Meter } from '../src/meters/index.js';
import { compare, multiply, type Rational, rational } from '../src/money/index.js';
import type { Period, Rule } from '../src/prices/index.js';

/** The plain rate of a meter. */
export function rateOf({ rates }: Period, meter: Meter): Rational | undefined {
  const rate = rates[meter];
  return rate === undefined ? undefined : rational(rate);
}

/** The rate of a meter under one rule alone; nothing where the rule does not touch it. */
export function rateUnder(rule: Rule, period: Period, meter: Meter): Rational | undefined {
  if (rule.kind === 'replace') {
    const rate = rule.rates[meter];
    return rate === undefined ? undefined : rational(rate);
  }
  const rate = period.rates[meter];
  const touched = rate !== undefined && (rule.only?.includes(meter) ?? true);
  return touched ? multiply(rational(rate), rational(rule.by)) : undefined;
}

/** Whether a meter has that price, plain or under one of its rules: DeepSeek's peak is a rule. */
export function hasPrice(period: Period, meter: Meter, value: Rational): boolean {
  const rate = period.rates[meter];
  const plain = rate !== undefined && same(rational(rate), value);
  return plain || period.rules.some((rule) => same(rateUnder(rule, period, meter), value));
}

/** Whether two rates are known and equal. */
export function same(a: Rational | undefined, b: Rational): boolean {
  return a !== undefined && compare(a, b) === 0;
}
