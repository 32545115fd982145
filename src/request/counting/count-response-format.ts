import { functionType } from '../framing/namespace-text.js';
import type { CountedPart, ResponseFormat } from '../types.js';
import { type Counter, textTokens } from './counter.js';
import { rangeOf, sumOf } from './ranges.js';

const PATH = 'responseFormat';

/**
 * Counts the shape asked of an answer.
 *
 * No provider says how it shows a schema to its model. Measured requests to gpt-4o lay between the schema's TypeScript type and its
 * JSON text, about halfway, so these are the bounds.
 */
export function countResponseFormat(format: ResponseFormat, counter: Counter): CountedPart {
  const around = rangeOf(counter.framing.responseFormat);
  const common = { path: PATH, what: 'response format', meter: 'input' } as const;
  if (format.kind === 'json') {
    return {
      ...common,
      tokens: { ...around, low: 0 },
      method: 'JSON without a schema: what surrounds one, at most.',
    };
  }
  const { name = 'response', schema } = format;
  const type = textTokens(functionType({ kind: 'function', name, parameters: schema, path: PATH }), counter);
  const json = textTokens(JSON.stringify(schema ?? {}), counter);
  const low = Math.min(type.low, json.low);
  const high = Math.max(type.high, json.high);
  const likely = Math.min(high, Math.max(low, Math.round((type.likely + json.likely) / 2)));
  return {
    ...common,
    tokens: sumOf([{ low, likely, high }, around]),
    method: 'Between its TypeScript type and its JSON text, which is where measured requests lay.',
  };
}
