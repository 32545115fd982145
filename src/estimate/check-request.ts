import { PromptCostError, shown } from '../errors/index.js';
import { parseInstant } from '../prices/index.js';
import type { EstimateRequest, PromptRequest } from './types.js';

const NOT_YET = ['messages', 'system', 'tools', 'responseFormat'] as const;

/**
 * Refuses, at the door, a request that cannot be estimated as it stands.
 *
 * @param request - From outside.
 */
export function checkRequest(request: EstimateRequest): void {
  checkObject(request);
  checkModel(request.model);
  checkParts(request);
  if ((request.prompt === undefined) === (request.input === undefined)) {
    const given = request.prompt === undefined ? 'neither' : 'both';
    throw invalid(`Pass a prompt or an input count; this request has ${given}.`);
  }
  if (request.input !== undefined) checkCount('input', request.input, 0);
  if (request.choices !== undefined) checkCount('choices', request.choices, 1);
  if (request.calls !== undefined) checkCount('calls', request.calls, 1);
  checkOutput(request.output);
  checkCached(request.cachedInput);
  if (request.at !== undefined) parseInstant(request.at);
}

/** Refuses what is no list of model ids. */
export function checkModels(models: unknown): asserts models is readonly string[] {
  if (!Array.isArray(models))
    throw invalid(`models is ${shown(models)}. Pass a list of model ids, such as ["o1"].`);
  models.forEach(checkModel);
}

/** Refuses what is no model id. An id that nobody knows is not refused. */
export function checkModel(model: unknown): asserts model is string {
  if (typeof model !== 'string' || model === '')
    throw invalid(`model is ${shown(model)}. Pass a model id, such as "o1".`);
}

/** Refuses a prompt that is no text, and the parts of a request that this version does not count. */
export function checkParts(request: PromptRequest): void {
  checkObject(request);
  for (const part of NOT_YET) {
    if (request[part] !== undefined) {
      throw invalid(
        `${part} is not counted by this version, and nothing is left out silently. Pass prompt, or input.`,
      );
    }
  }
  const { prompt, encoding } = request;
  if (prompt !== undefined && typeof prompt !== 'string') {
    throw invalid(`prompt is ${kindOf(prompt)}. Pass a string.`);
  }
  if (encoding !== undefined && typeof encoding?.count !== 'function') {
    throw invalid(`encoding is ${kindOf(encoding)}. Pass what loadEncoding('o200k_base') resolves to.`);
  }
}

/** Refuses what is not a whole number of at least `least`. */
export function checkCount(name: string, count: unknown, least: number): asserts count is number {
  if (Number.isSafeInteger(count) && (count as number) >= least) return;
  throw invalid(`${name} is ${shown(count)}. Pass a whole number of at least ${least}.`);
}

function checkOutput(output: EstimateRequest['output']): void {
  if (output === undefined) return;
  if (!isRecord(output)) {
    checkCount('output', output, 0);
    return;
  }
  const { expected, max } = output;
  if (expected !== undefined) checkCount('output.expected', expected, 0);
  if (max !== undefined) checkCount('output.max', max, 0);
  if (expected !== undefined && max !== undefined && expected > max) {
    throw invalid(`output.expected (${expected}) cannot exceed output.max (${max}).`);
  }
}

function checkCached(cached: EstimateRequest['cachedInput']): void {
  if (cached === undefined) return;
  if (!isRecord(cached)) {
    checkCount('cachedInput', cached, 0);
    return;
  }
  if (cached.read !== undefined) checkCount('cachedInput.read', cached.read, 0);
  if (cached.write !== undefined) checkCount('cachedInput.write', cached.write, 0);
  if (cached.ttl !== undefined && !['5m', '30m', '1h'].includes(cached.ttl)) {
    throw invalid(`cachedInput.ttl is ${shown(cached.ttl)}. Pass '5m', '30m' or '1h'.`);
  }
}

/** Refuses a request that is no object. */
export function checkObject(request: unknown): void {
  if (!isRecord(request)) throw invalid(`The request is ${kindOf(request)}. Pass an object.`);
}

// Never the value itself: a prompt may stand where it does not belong.
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
}

function isRecord<T>(value: T): value is Extract<T, object> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(message: string): PromptCostError {
  return new PromptCostError('invalid-input', message);
}
