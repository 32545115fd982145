import { type Biller, createBiller } from '../bill/index.js';
import type { ModelRecord } from '../models/index.js';
import { parseInstant } from '../prices/index.js';
import type { Encoding } from '../tokenize/index.js';
import { buildEstimate, unknownEstimate } from './build-estimate.js';
import {
  checkCount,
  checkModel,
  checkModels,
  checkObject,
  checkParts,
  checkRequest,
} from './check-request.js';
import { rankedEstimates } from './compare-estimates.js';
import { type CountedInput, countPrompt, givenCount } from './counted-input.js';
import {
  demandEncoding,
  demandRecord,
  type FoundEncoding,
  findEncoding,
  findEncodingNow,
  recordOf,
} from './find-encoding.js';
import { countText, textOf } from './token-count.js';
import type { Estimate, EstimateRequest, Estimator, EstimatorOptions } from './types.js';

const GIVEN = 'The count was given.';

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
  const { prices, now, encodings: own = {} } = options;
  const biller = createBiller({ prices, now });

  // `at` itself stays open: a price that changes with the hour says so only to a caller who named no hour.
  function billerAtOneInstant(): Biller {
    const instant = biller.now();
    return createBiller({ prices, now: () => instant });
  }

  async function counted(request: EstimateRequest, record: ModelRecord): Promise<CountedInput> {
    if (request.input !== undefined) return givenCount(request.input, GIVEN);
    if (options.countTokens) {
      const tokens = await options.countTokens(request);
      checkCount('The number from countTokens', tokens, 0);
      return givenCount(tokens, "Counted by the caller's countTokens.");
    }
    const { prompt = '', encoding } = request;
    return countPrompt(prompt, passed(encoding) ?? (await findEncoding(record, own)), record);
  }

  function countedNow(request: EstimateRequest, record: ModelRecord): CountedInput {
    if (request.input !== undefined) return givenCount(request.input, GIVEN);
    const { prompt = '', encoding } = request;
    return countPrompt(prompt, passed(encoding) ?? findEncodingNow(record, own), record);
  }

  async function estimateWith(one: Biller, request: EstimateRequest): Promise<Estimate> {
    checkRequest(request);
    const record = recordOf(request.model, parseInstant(request.at ?? one.now()));
    if (!record) return unknownEstimate(one, request);
    return buildEstimate(one, request, record, await counted(request, record));
  }

  return {
    async estimateCost(request) {
      return estimateWith(billerAtOneInstant(), request);
    },

    estimateCostSync(request) {
      checkRequest(request);
      const one = billerAtOneInstant();
      const record = recordOf(request.model, parseInstant(request.at ?? one.now()));
      if (!record) return unknownEstimate(one, request);
      return buildEstimate(one, request, record, countedNow(request, record));
    },

    async compareCosts(request, models) {
      checkObject(request);
      checkModels(models);
      const one = billerAtOneInstant();
      return rankedEstimates(
        await Promise.all(models.map((model) => estimateWith(one, { ...request, model }))),
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
      return [...(await demandEncoding(demandRecord(model), own)).tokens(text)];
    },

    async encodingFor(model) {
      return demandEncoding(demandRecord(model), own);
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

function passed(encoding: Encoding | undefined): FoundEncoding | undefined {
  return encoding && { encoding, standing: 'own' };
}
