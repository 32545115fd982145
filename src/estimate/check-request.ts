import { PromptCostError, shown } from '../errors/index.js';
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
  checkCount('choices', request.choices ?? 1, 1);
  checkCount('calls', request.calls ?? 1, 1);
  checkOutput(request.output);
  checkCached(request.cachedInput);
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
  const { prompt } = request;
  if (prompt !== undefined && typeof prompt !== 'string') {
    throw invalid(`prompt is ${prompt === null ? 'null' : `of type ${typeof prompt}`}. Pass a string.`);
  }
}

/** Refuses what is not a whole number of at least `least`. */
export function checkCount(name: string, count: unknown, least: number): asserts count is number {
  if (Number.isSafeInteger(count) && (count as number) >= least) return;
  throw invalid(`${name} is ${shown(count)}. Pass a whole number of at least ${least}.`);
}

function checkOutput(output: EstimateRequest['output']): void {
  if (output === undefined) return;
  if (typeof output !== 'object' || output === null) {
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
  if (typeof cached !== 'object' || cached === null) {
    checkCount('cachedInput', cached, 0);
    return;
  }
  checkCount('cachedInput.read', cached.read ?? 0, 0);
  checkCount('cachedInput.write', cached.write ?? 0, 0);
  if (cached.ttl !== undefined && !['5m', '30m', '1h'].includes(cached.ttl)) {
    throw invalid(`cachedInput.ttl is ${shown(cached.ttl)}. Pass '5m', '30m' or '1h'.`);
  }
}

function checkObject(request: unknown): void {
  if (typeof request !== 'object' || request === null)
    throw invalid(`The request is ${shown(request)}. Pass an object.`);
}

function invalid(message: string): PromptCostError {
  return new PromptCostError('invalid-input', message);
}
