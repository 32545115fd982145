export { add, compare, isZero, multiply, subtract } from './arithmetic.js';
export { PLACES, toDecimal, toExact } from './decimal.js';
export { ONE, type Rational, ratio, rational, ZERO } from './rational.js';
export { fromSteps, type Rounding, rounded, toSteps } from './rounding.js';
