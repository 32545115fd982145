import { PromptCostError, shown } from '../errors/index.js';

/** An exact number `n / d`, in lowest terms, with `d` above zero. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

// digits, with a point and an exponent if need be: what String(number) prints
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/;
const FRACTION = /^(-?\d+)\/(\d+)$/;
const LONGEST = 400;

/**
 * The exact value of a number as it is printed.
 *
 * A JS number is read by its shortest decimal form: `0.1` is one tenth, not the double beside it.
 *
 * @param value - `"0.55"`, `"1/12"`, `1_000_000`, `3n`.
 *
 * @returns The same value, exactly.
 *
 * @example
 * ```ts
 * rational('0.003625'); // { n: 29n, d: 8000n }
 * ```
 */
export function rational(value: string | number | bigint): Rational {
  if (typeof value === 'bigint') return { n: value, d: 1n };
  if (Number.isSafeInteger(value)) return { n: BigInt(value), d: 1n };
  const text = String(value);
  if (text.length > LONGEST) throw notANumber(value);
  const fraction = FRACTION.exec(text);
  if (fraction) return ratio(BigInt(fraction[1]!), BigInt(fraction[2]!));
  const decimal = DECIMAL.exec(text);
  if (!decimal) throw notANumber(value);
  const [, sign, whole, places = '', exponent = '0'] = decimal;
  const digits = BigInt(`${sign}${whole}${places}`);
  const scale = places.length - Number(exponent);
  return scale <= 0 ? ratio(digits * 10n ** BigInt(-scale), 1n) : ratio(digits, 10n ** BigInt(scale));
}

/**
 * `n / d` in lowest terms.
 *
 * @param n - The numerator.
 * @param d - The denominator, above zero.
 *
 * @returns The reduced fraction.
 */
export function ratio(n: bigint, d: bigint): Rational {
  if (d <= 0n) throw new PromptCostError('invalid-input', `A denominator must be above 0, not ${d}.`);
  const by = commonDivisor(n < 0n ? -n : n, d);
  return by === 1n ? { n, d } : { n: n / by, d: d / by };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function notANumber(value: unknown): PromptCostError {
  return new PromptCostError(
    'invalid-input',
    `${shown(value)} is not an amount. Write a decimal such as "0.55" or a fraction such as "1/12".`,
  );
}
