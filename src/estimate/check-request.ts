import { checkFields, isRecord, kindOf, PromptCostError, reading, shown } from '../errors/index.js';
import { checkConditions } from '../models/index.js';
import { parseInstant } from '../prices/index.js';
import type { Encoding } from '../tokenize/index.js';
import type { EstimateRequest, PromptRequest } from './types.js';

const BESIDE_A_COUNT = ['system', 'tools', 'responseFormat'] as const;

/**
 * Refuses, at the door, a request that cannot be estimated as it stands.
 *
 * @param request - From outside.
 */
export function checkRequest(request: EstimateRequest): void {
  reading('The request', () => checkCall(request));
}

function checkCall(request: EstimateRequest): void {
  checkConditions('The request', request);
  checkModel(request.model);
  checkParts(request);
  if (request.input !== undefined) checkCount('input', request.input, 0);
  if (request.choices !== undefined) checkCount('choices', request.choices, 1);
  if (request.calls !== undefined) checkCount('calls', request.calls, 1);
  checkExpected('output', request.output);
  checkExpected('toolUses', request.toolUses);
  checkCached(request.cachedInput);
  if (request.at !== undefined) parseInstant(request.at);
}

/** Refuses what is no list of model ids. */
export function checkModels(models: unknown): asserts models is readonly string[] {
  if (!Array.isArray(models))
    throw invalid(`models is ${shown(models)}. Pass a list of model ids, such as ["o1"].`);
  for (const model of models) checkModel(model);
}

/** Refuses what is no model id. An id that nobody knows is not refused. */
export function checkModel(model: unknown): asserts model is string {
  if (typeof model !== 'string' || model === '')
    throw invalid(`model is ${shown(model)}. Pass a model id, such as "o1".`);
}

/** Refuses a request that does not say once what goes in, or not in the right type. */
export function checkParts(request: PromptRequest & { readonly input?: unknown }): void {
  checkFields('The request', request, {});
  reading('The request', () => checkContent(request));
}

function checkContent(request: PromptRequest & { readonly input?: unknown }): void {
  const { prompt, messages, encoding, input } = request;
  const given = [prompt, messages, input].filter((each) => each !== undefined).length;
  if (given !== 1) {
    const many = given === 0 ? 'none of them' : `${given} of them`;
    throw invalid(`Pass a prompt, messages or an input count; this request has ${many}.`);
  }
  const beside = BESIDE_A_COUNT.find(
    (part) => input !== undefined && (request[part] ?? undefined) !== undefined,
  );
  if (beside) {
    throw invalid(
      `${beside} cannot stand beside input, which counts all that goes in. Leave one of them out.`,
    );
  }
  if (prompt !== undefined && typeof prompt !== 'string') {
    throw invalid(`prompt is ${kindOf(prompt)}. Pass a string.`);
  }
  if (messages !== undefined && !Array.isArray(messages)) {
    throw invalid(`messages is ${kindOf(messages)}. Pass a list of messages.`);
  }
  if (encoding !== undefined) checkEncoding('encoding', encoding);
}

/** Refuses what is no encoding. */
export function checkEncoding(name: string, encoding: unknown): asserts encoding is Encoding {
  reading(name, () => {
    if (typeof (encoding as Encoding | null)?.count === 'function') return;
    throw invalid(`${name} is ${kindOf(encoding)}. Pass what loadEncoding('o200k_base') resolves to.`);
  });
}

/** Refuses what is not a whole number of at least `least`. */
export function checkCount(name: string, count: unknown, least: number): asserts count is number {
  if (Number.isSafeInteger(count) && (count as number) >= least) return;
  throw invalid(`${name} is ${shown(count)}. Pass a whole number of at least ${least}.`);
}

/** Refuses what is neither a number nor what is expected and at most possible. */
function checkExpected(name: string, given: EstimateRequest['output'] | EstimateRequest['toolUses']): void {
  if (given === undefined) return;
  if (!isRecord(given)) {
    checkCount(name, given, 0);
    return;
  }
  const { expected, max } = given;
  if (expected !== undefined) checkCount(`${name}.expected`, expected, 0);
  if (max !== undefined) checkCount(`${name}.max`, max, 0);
  if (expected !== undefined && max !== undefined && expected > max) {
    throw invalid(`${name}.expected (${expected}) cannot exceed ${name}.max (${max}).`);
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

function invalid(message: string): PromptCostError {
  return new PromptCostError('invalid-input', message);
}
