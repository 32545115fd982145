import { add, multiply, type Rational, rational, toDecimal } from '../../src/money/index.js';

const NUMBER = String.raw`\$?\d[\d,]*(?:\.\d+)?(?:/M)?(?: tokens)?`;
const SUM = new RegExp(String.raw`(?<![\w.])${NUMBER}(?: [×+−] ${NUMBER})+`, 'g');

/** Each sum of money in a text, such as `1,000 × $0.55/M + 500 × $2.19/M`, with what it comes to and what its terms do, as decimals. */
export function sumsIn(
  text: string,
): { readonly sum: string; readonly total: string; readonly terms: readonly string[] }[] {
  return [...text.matchAll(SUM)]
    .filter(([sum]) => sum.includes('/M'))
    .map(([sum]) => {
      const terms = sum.split(/ (?=[+−] )/).map(termOf);
      return { sum, total: toDecimal(terms.reduce(add)), terms: terms.map((term) => toDecimal(term)) };
    });
}

function termOf(term: string): Rational {
  const sign = rational(term.startsWith('−') ? -1 : 1);
  return term
    .replace(/^[+−] /, '')
    .split(' × ')
    .map((factor) => {
      const number = rational(factor.replace(/[$,]| tokens|\/M/g, ''));
      return factor.includes('/M') ? multiply(number, rational('1/1000000')) : number;
    })
    .reduce(multiply, sign);
}
