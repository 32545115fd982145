import { type Currency, type Meter, PER } from '../meters/index.js';
import type { Rates, Rule } from '../prices/index.js';
import { exactMoney, meterName } from './meter-text.js';

const TOKENS = PER.input;

/**
 * What a rule does, in words.
 *
 * @param rule - The rule.
 * @param rates - What the price has rates for: a rule that touches all of them names none.
 * @param currency - Of its rates.
 *
 * @returns For example `"batch: × 1/2"` or `"prompt over 100,000 tokens: input $0.5, output $2.5"`.
 */
export function ruleText(rule: Rule, rates: Rates, currency: Currency): string {
  if (rule.kind === 'multiply') {
    return `${rule.name}: × ${rule.by}${rule.only ? onText(rule.only, rates) : ''}`;
  }
  const changed = (Object.entries(rule.rates) as [Meter, string][]).map(
    ([meter, rate]) => `${meterName(meter)} ${exactMoney(currency, rate)}`,
  );
  const beyond = rule.scope === 'marginal' ? ', for the tokens beyond' : '';
  return `${rule.name}: ${changed.join(', ')}${beyond}`;
}

function onText(only: readonly Meter[], rates: Rates): string {
  const priced = Object.keys(rates) as Meter[];
  const touched = only.filter((meter) => rates[meter] !== undefined);
  if (touched.length === priced.length) return '';
  const tokens = priced.filter((meter) => PER[meter] === TOKENS);
  if (touched.length === tokens.length && touched.every((meter) => tokens.includes(meter)))
    return ' on tokens';
  return ` on ${touched.map(meterName).join(', ')}`;
}
