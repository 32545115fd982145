import { type Biller, createBiller } from '../bill/index.js';
import { checkFields, type FieldType, reading, shown } from '../errors/index.js';
import type { ModelRecord } from '../models/index.js';
import { bundledPrices, parseInstant } from '../prices/index.js';
import type { Counter } from '../request/index.js';
import type { Encoding } from '../tokenize/index.js';
import { buildEstimate, unknownEstimate } from './build-estimate.js';
import { checkCalibration, type ModelCalibration, pastOf } from './calibration.js';
import {
  checkCount,
  checkEncoding,
  checkModel,
  checkModels,
  checkParts,
  checkRequest,
} from './check-request.js';
import { rankedEstimates } from './compare-estimates.js';
import { type CountedInput, countInput, givenCount } from './counted-input.js';
import { counterFor } from './counter-for.js';
import {
  demandEncoding,
  demandRecord,
  type FoundEncoding,
  findEncoding,
  findEncodingNow,
  recordOf,
} from './find-encoding.js';
import { loadCalibrated, loadedCalibrated } from './load-calibrated.js';
import { conditionsOf } from './priced-call.js';
import { createTemplates } from './template-for.js';
import { tokenCount } from './token-count.js';
import type { Estimate, EstimateRequest, Estimator, EstimatorOptions } from './types.js';

const OPTIONS: Readonly<Record<string, FieldType>> = {
  prices: 'object?',
  encodings: 'object?',
  now: 'function?',
  countTokens: 'function?',
};
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
  checkFields('options', options, OPTIONS);
  const { prices = bundledPrices, now, encodings: own = {} } = options;
  const biller = createBiller({ prices, now });
  if (options.calibration !== undefined) {
    checkCalibration(options.calibration);
    loadCalibrated().catch(() => {}); // for estimateCostSync; who waits for it hears of a failure
  }
  for (const [name, encoding] of reading('encodings', () => Object.entries(own)))
    checkEncoding(`encodings[${shown(name)}]`, encoding);
  const templates = createTemplates();

  // `at` itself stays open: a price that changes with the hour says so only to a caller who named no hour.
  function billerAtOneInstant(): Biller {
    const instant = biller.now();
    return createBiller({ prices, now: () => instant });
  }

  // One counter for each encoding and model, because it remembers the messages it has counted.
  const counters = new WeakMap<Encoding, Map<string, Counter>>();

  function counterOf(found: FoundEncoding, record: ModelRecord): Counter {
    const { encoding, standing } = found;
    const known = counters.get(encoding) ?? new Map<string, Counter>();
    counters.set(encoding, known);
    const key = `${standing} ${record.id}`;
    const counter = known.get(key) ?? counterFor(found, record);
    known.set(key, counter);
    return counter;
  }

  async function counted(
    request: EstimateRequest,
    record: ModelRecord,
    past: ModelCalibration | undefined,
  ): Promise<CountedInput> {
    if (request.input !== undefined) return givenCount(request.input, GIVEN, request);
    if (options.countTokens) {
      const tokens = await options.countTokens(request);
      checkCount('The number from countTokens', tokens, 0);
      const ours = request.messages && (await countedHere(request, record).catch(() => undefined));
      const { callerCount } = await import('./caller-count.js');
      return callerCount(tokens, request, ours);
    }
    const input = await countedHere(request, record);
    return past ? (await loadCalibrated())(input, past) : input;
  }

  async function countedHere(request: EstimateRequest, record: ModelRecord): Promise<CountedInput> {
    const found = passed(request.encoding) ?? (await findEncoding(record, own));
    const template = await templates.find(record, request);
    return countInput(request, counterOf(found, record), dayOf(request), template);
  }

  function countedNow(
    request: EstimateRequest,
    record: ModelRecord,
    past: ModelCalibration | undefined,
  ): CountedInput {
    if (request.input !== undefined) return givenCount(request.input, GIVEN, request);
    const found = passed(request.encoding) ?? findEncodingNow(record, own);
    const template = templates.findNow(record);
    const input = countInput(request, counterOf(found, record), dayOf(request), template);
    return past ? (loadedCalibrated()?.(input, past) ?? input) : input;
  }

  function learned(request: EstimateRequest): ModelCalibration | undefined {
    if (options.calibration === undefined) return undefined;
    const price = biller.priceOf(request.model, conditionsOf(request));
    return price.priced ? pastOf(options.calibration, price.model, price.provider) : undefined;
  }

  function dayOf({ at }: EstimateRequest): string {
    return parseInstant(at ?? biller.now())
      .toISOString()
      .slice(0, 10);
  }

  async function estimateWith(one: Biller, request: EstimateRequest): Promise<Estimate> {
    checkRequest(request);
    const record = recordOf(request.model, parseInstant(request.at ?? one.now()), prices);
    if (!record) return unknownEstimate(one, request);
    const past = learned(request);
    return buildEstimate(one, request, record, await counted(request, record, past), past);
  }

  return {
    async estimateCost(request) {
      return estimateWith(billerAtOneInstant(), request);
    },

    estimateCostSync(request) {
      checkRequest(request);
      const one = billerAtOneInstant();
      const record = recordOf(request.model, parseInstant(request.at ?? one.now()), prices);
      if (!record) return unknownEstimate(one, request);
      const past = learned(request);
      return buildEstimate(one, request, record, countedNow(request, record, past), past);
    },

    async compareCosts(request, models) {
      checkFields('The request', request, {});
      reading('models', () => checkModels(models));
      const requests = reading('The request', () => models.map((model) => ({ ...request, model })));
      const one = billerAtOneInstant();
      return rankedEstimates(await Promise.all(requests.map((each) => estimateWith(one, each))));
    },

    async countTokens(input, model) {
      const record = demandRecord(model, prices);
      const request = typeof input === 'string' ? { prompt: input } : input;
      checkParts(request);
      const whole = reading('The request', () => ({ ...request, model }));
      return tokenCount(await counted(whole, record, learned(whole)));
    },

    async tokenize(text, model) {
      return [...(await demandEncoding(demandRecord(model, prices), own)).tokens(text)];
    },

    async encodingFor(model) {
      return demandEncoding(demandRecord(model, prices), own);
    },

    costOfUsage(usage, ref) {
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
