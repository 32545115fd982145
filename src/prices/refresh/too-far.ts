import { compare, multiply, type Rational, toExact } from '../../money/index.js';
import type { Charge } from './charges.js';

/**
 * How a charge moves further than a limit, up or down.
 *
 * @param is - What it is to be.
 * @param was - What it is.
 * @param limit - The factor that is still believed.
 *
 * @returns A phrase with both numbers, or nothing.
 */
export function tooFar(is: Charge, was: Charge, limit: Rational): string | undefined {
  if (isFar(is.rate, was.rate, limit))
    return `goes from ${toExact(was.rate)} to ${toExact(is.rate)}, more than ${toExact(limit)} times`;
  if (isFar(is.least, was.least, limit))
    return `costs ${toExact(is.least)} at least; it was ${toExact(was.least)}, more than ${toExact(limit)} times off`;
  return undefined;
}

function isFar(is: Rational, was: Rational, limit: Rational): boolean {
  return compare(is, multiply(was, limit)) > 0 || compare(multiply(is, limit), was) < 0;
}
