import type { Biller } from '../bill/index.js';
import type { ModelRecord } from '../models/index.js';
import { lettersOf, ratePerToken, sumOf } from '../request/index.js';
import type { ModelCalibration } from './calibration.js';
import { contextFit } from './context-fit.js';
import type { CountedInput } from './counted-input.js';
import { lessonOf } from './lesson.js';
import { outputRange } from './output-range.js';
import { priceCall } from './priced-call.js';
import { serverToolUses } from './server-tool-uses.js';
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
  const { letters, calibration, lesson } = counted;
  const output = outputRange(request, record, past);
  const fit = contextFit(request, record, counted.tokens);
  const run = serverToolUses(counted.serverTools ?? [], request, counted.tokens, record);
  const input = sumOf([counted.tokens, ...run.parts.map(({ tokens }) => tokens)]);
  const parts = counted.parts && [...counted.parts, ...run.parts];
  const tokens = { input, output: output.tokens };
  const { warnings, ...call } = priceCall(biller, request, tokens, { ...counted, parts }, run.uses);
  return {
    requested: request.model,
    letters,
    lettersPerToken: ratePerToken(letters, counted.tokens.likely),
    ...(request.calls !== undefined && request.calls > 1 && { calls: request.calls }),
    tokens,
    ...(parts && { parts }),
    ...(run.uses.length > 0 && { serverTools: run.uses }),
    ...(calibration && { calibration }),
    lesson: lessonOf(request.choices, lesson, run.parts),
    exactness: counted.exactness === 'exact' && input.low < input.high ? 'exact-text' : counted.exactness,
    ...(counted.encoding !== undefined && { encoding: counted.encoding }),
    basis: counted.basis,
    ...(fit.context && { context: fit.context }),
    ...call,
    warnings: [...counted.warnings, ...run.warnings, ...warnings, ...output.warnings, ...fit.warnings],
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
