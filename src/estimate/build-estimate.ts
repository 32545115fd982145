import type { Biller } from '../bill/index.js';
import type { ModelRecord } from '../models/index.js';
import { lettersOf, ratePerToken } from '../request/index.js';
import type { ModelCalibration } from './calibration.js';
import { contextFit } from './context-fit.js';
import type { CountedInput } from './counted-input.js';
import { outputRange } from './output-range.js';
import { priceCall } from './priced-call.js';
import type { Estimate, EstimateRequest } from './types.js';

/**
 * An estimate of a call whose input is counted.
 *
 * @param biller - With a clock that stands still, so that one instant serves the three sizes.
 * @param past - What is known of the model's answers.
 */
export function buildEstimate(
  biller: Biller,
  request: EstimateRequest,
  record: ModelRecord,
  counted: CountedInput,
  past?: ModelCalibration,
): Estimate {
  const { letters, parts, calibration } = counted;
  const output = outputRange(request, record, past);
  const fit = contextFit(request, record, counted.tokens);
  const { warnings, ...call } = priceCall(biller, request, counted.tokens, output.tokens, parts);
  return {
    requested: request.model,
    letters,
    lettersPerToken: ratePerToken(letters, counted.tokens.likely),
    tokens: { input: counted.tokens, output: output.tokens },
    ...(parts && { parts }),
    ...(calibration && { calibration }),
    exactness: counted.exactness,
    ...(counted.encoding !== undefined && { encoding: counted.encoding }),
    basis: counted.basis,
    ...(fit.context && { context: fit.context }),
    ...call,
    warnings: [...counted.warnings, ...warnings, ...output.warnings, ...fit.warnings],
  };
}

/** The answer for a model that nobody knows: no tokens, no price, and the ids nearest to it. */
export function unknownEstimate(biller: Biller, request: EstimateRequest): Estimate {
  const bill = biller.billOf({}, { model: request.model, at: request.at });
  if (bill.priced) throw new Error(`${request.model} has a price and no record.`);
  return {
    priced: false,
    requested: request.model,
    letters: lettersOf(request),
    lettersPerToken: 0,
    warnings: bill.warnings,
    price: bill.price,
  };
}
