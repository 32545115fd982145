import { loadEncoding } from '../encodings/index.js';
import { checkFields, PromptCostError } from '../errors/index.js';
import type { EstimateRequest, Estimator, PricedEstimate } from '../estimate/index.js';
import { type ModelId, modelRecord, resolveModel } from '../models/index.js';
import type { CountedPart } from '../request/index.js';
import type { Encoding } from '../tokenize/index.js';

/** A request as our own vocabulary counts it, whoever counted the estimate. */
export interface OwnCount {
  readonly encoding: Encoding;
  /** What the input is made of. */
  readonly parts: readonly CountedPart[];
  /** Likely tokens of a text alone. */
  readonly count: (text: string) => number;
}

/** Our own count of a request, where that of a `countTokens` is one number for all of it. */
export async function ownCount(
  estimator: Estimator,
  request: EstimateRequest,
  { model, encoding: counted, parts }: PricedEstimate,
): Promise<OwnCount> {
  const encoding = request.encoding ?? (await countingEncoding(estimator, model));
  const partsOf = (each: EstimateRequest): readonly CountedPart[] =>
    estimator.estimateCostSync({ ...each, output: 0 }).parts ?? [];
  const { at, encoding: own } = request;
  return {
    encoding,
    parts: counted === undefined ? partsOf(request) : (parts ?? []),
    // The first part of a bare text is the text.
    count: (text) =>
      partsOf({ model: request.model, at, encoding: own, prompt: text })[0]?.tokens.likely ?? 0,
  };
}

/**
 * The encoding that an estimator counts a model with: the caller's own, the bundled one, or the one that stands in for it.
 *
 * @throws `PromptCostError` `unknown-model`, or `unknown-encoding` where none is known.
 */
export async function countingEncoding(estimator: Estimator, model: ModelId): Promise<Encoding> {
  checkFields('estimator', estimator, { encodingFor: 'function' });
  try {
    return await estimator.encodingFor(model);
  } catch (error) {
    const isAbsent = error instanceof PromptCostError && error.code === 'unknown-encoding';
    const resolution = resolveModel(model);
    const fallback = resolution.known ? modelRecord(resolution.model)?.fallback : undefined;
    if (isAbsent && fallback) return loadEncoding(fallback.encoding);
    throw error;
  }
}
