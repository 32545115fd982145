import type { Warning } from '../bill/index.js';
import type { ModelRecord } from '../models/index.js';
import type { TokenRange } from '../request/index.js';
import { FEWEST, type ModelCalibration } from './calibration.js';
import { middle } from './middle.js';
import type { EstimateRequest } from './types.js';

/** The output of one call, all its choices together, and what there is to say about it. */
export interface OutputRange {
  readonly tokens: TokenRange;
  readonly warnings: readonly Warning[];
}

/**
 * How many tokens the answers may take.
 *
 * A bare number is certain. `expected` is likely and `max` the bound; a bound alone is taken as likely too. Where no bound is given
 * it is the model's own. Where nothing was said, past replies say what is likely.
 */
export function outputRange(
  request: EstimateRequest,
  record: ModelRecord,
  past?: ModelCalibration,
): OutputRange {
  const { output, choices = 1 } = request;
  const over = overLongest(record, typeof output === 'number' ? output : (output?.max ?? output?.expected));
  if (typeof output === 'number') {
    const tokens = output * choices;
    return {
      tokens: { low: tokens, likely: tokens, high: tokens },
      warnings: [...hiddenReasoning(record), ...over],
    };
  }
  const longest = output?.max ?? record.maxOutput ?? record.contextWindow ?? 0;
  const forecast = output === undefined ? forecastOutput(past) : undefined;
  const likely = output?.expected ?? output?.max ?? Math.min(forecast ?? 0, longest || Infinity);
  return {
    tokens: { low: 0, likely: likely * choices, high: Math.max(likely, longest) * choices },
    warnings: [
      ...(output?.max === undefined ? [unbounded(record, longest), ...forecastBy(forecast, past)] : []),
      ...over,
    ],
  };
}

/** The answer that past replies lead to expect: the middle one. `undefined` with too few replies. */
export function forecastOutput(past: ModelCalibration | undefined): number | undefined {
  return past && past.output.length >= FEWEST ? middle(past.output) : undefined;
}

function overLongest({ id, maxOutput }: ModelRecord, asked = 0): Warning[] {
  if (maxOutput === undefined || asked <= maxOutput) return [];
  const message = `An answer of ${asked} tokens was asked for, and ${id} writes at most ${maxOutput}.`;
  return [{ code: 'over-max-output', message }];
}

function hiddenReasoning(record: ModelRecord): Warning[] {
  if (!record.reasoning) return [];
  return [
    {
      code: 'hidden-reasoning',
      message: `${record.id} bills the tokens it thinks in as output, shown or not; the output given must include them.`,
    },
  ];
}

function forecastBy(forecast: number | undefined, past: ModelCalibration | undefined): Warning[] {
  if (forecast === undefined) return [];
  const message = `The likely answer is the middle one of ${past!.output.length} past replies: ${forecast} tokens.`;
  return [{ code: 'output-forecast', message }];
}

function unbounded(record: ModelRecord, longest: number): Warning {
  const message =
    longest === 0
      ? `No bound for the answer was given and ${record.id} has none on record: the high cost leaves the output out. Pass output.max.`
      : `No bound for the answer was given: the high cost is for the ${longest} tokens ${record.id} may write. Pass output.max.`;
  return { code: 'output-unbounded', message };
}
