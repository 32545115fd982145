import { createBiller } from '../bill/index.js';
import type { ModelRecord } from '../models/index.js';
import type { Encoding } from '../tokenize/index.js';
import { buildEstimate, unknownEstimate } from './build-estimate.js';
import { checkCount, checkModel, checkParts, checkRequest } from './check-request.js';
import { rankedEstimates } from './compare-estimates.js';
import { type CountedInput, countPrompt, givenCount } from './counted-input.js';
import { demandRecord, findEncoding, findEncodingNow, recordOf } from './find-encoding.js';
import { countText, textOf } from './token-count.js';
import type { EstimateRequest, Estimator, EstimatorOptions } from './types.js';

/**
 * An estimator with prices, encodings and a clock of one's own.
 *
 * @param options - What to use in place of the bundled prices and encodings and the system's clock.
 *
 * @example
 * ```ts
 * const estimator = createEstimator({ now: () => new Date('2025-01-27T00:00:00Z') });
 * const estimate = await estimator.estimateCost({ model: 'deepseek-r1', input: 1_000, output: 500 });
 * // 1,000 × $0.55/M + 500 × $2.19/M
 * if (estimate.priced) estimate.cost.likely; // '0.001645'
 * ```
 */
export function createEstimator(options: EstimatorOptions = {}): Estimator {
  const biller = createBiller({ prices: options.prices, now: options.now });
  const own = options.encodings ?? {};

  function countedBy(encoding: Encoding, request: EstimateRequest, record: ModelRecord): CountedInput {
    return countPrompt(
      request.prompt ?? '',
      request.encoding ?? encoding,
      record,
      request.encoding !== undefined,
    );
  }

  async function counted(request: EstimateRequest, record: ModelRecord): Promise<CountedInput> {
    if (request.input !== undefined) return givenCount(request.input, 'The count was given.');
    if (options.countTokens) {
      const tokens = await options.countTokens(request);
      checkCount('The number from countTokens', tokens, 0);
      return givenCount(tokens, "Counted by the caller's countTokens.");
    }
    return countedBy(request.encoding ?? (await findEncoding(record, own)), request, record);
  }

  async function estimateCost(request: EstimateRequest): ReturnType<Estimator['estimateCost']> {
    checkRequest(request);
    const record = recordOf(request.model);
    if (!record) return unknownEstimate(biller, request);
    return buildEstimate(biller, request, record, await counted(request, record));
  }

  return {
    estimateCost,

    estimateCostSync(request) {
      checkRequest(request);
      const record = recordOf(request.model);
      if (!record) return unknownEstimate(biller, request);
      const input =
        request.input === undefined
          ? countedBy(request.encoding ?? findEncodingNow(record, own), request, record)
          : givenCount(request.input, 'The count was given.');
      return buildEstimate(biller, request, record, input);
    },

    async compareCosts(request, models) {
      const at = request.at ?? biller.now();
      return rankedEstimates(
        await Promise.all(models.map((model) => estimateCost({ ...request, model, at }))),
      );
    },

    async countTokens(input, model) {
      const record = demandRecord(model);
      const request = typeof input === 'string' ? { prompt: input } : input;
      checkParts(request);
      const text = textOf(request);
      return countText(text, await counted({ ...request, prompt: text, model }, record));
    },

    async tokenize(text, model) {
      return [...(await findEncoding(demandRecord(model), own)).tokens(text)];
    },

    async encodingFor(model) {
      return findEncoding(demandRecord(model), own);
    },

    costOfUsage(usage, ref) {
      checkModel(ref?.model);
      return biller.costOfUsage(usage, ref);
    },

    priceOf(model, when) {
      checkModel(model);
      return biller.priceOf(model, when);
    },
  };
}
