import { checkFields, PromptCostError, reading, shown } from '../errors/index.js';
import { aiSdk4Usage, aiSdk5Usage, aiSdk6Usage } from './ai-sdk-usage.js';
import { anthropicUsage } from './anthropic-usage.js';
import { assertQuantities } from './assert-quantities.js';
import { bedrockUsage } from './bedrock-usage.js';
import { billedOf } from './billed-of.js';
import { cohereUsage } from './cohere-usage.js';
import { conditionsOf } from './conditions-of.js';
import { findReport } from './find-report.js';
import { geminiUsage } from './gemini-usage.js';
import { ollamaUsage } from './ollama-usage.js';
import { openAiAudioUsage } from './openai-audio-usage.js';
import { openAiUsage } from './openai-usage.js';
import { perplexityUsage } from './perplexity-usage.js';
import { providersOwn } from './providers-own.js';
import type { Fields } from './read-field.js';
import { madeAt, modelNamed } from './reply-facts.js';
import type { Reading, Usage, UsageOptions, UsageShape } from './types.js';

type Reader = (report: Fields, reply: Fields, model: string | undefined) => Reading;

const likeOpenAi =
  (shape: UsageShape): Reader =>
  (report, reply) =>
    openAiUsage(report, reply, shape);

const READERS: Readonly<Record<UsageShape, Reader>> = {
  'openai-chat': likeOpenAi('openai-chat'),
  'openai-responses': likeOpenAi('openai-responses'),
  'openai-images': likeOpenAi('openai-images'),
  'openai-audio': openAiAudioUsage,
  deepseek: likeOpenAi('deepseek'),
  mistral: likeOpenAi('mistral'),
  perplexity: perplexityUsage,
  'xai-chat': likeOpenAi('xai-chat'),
  'xai-responses': likeOpenAi('xai-responses'),
  openrouter: likeOpenAi('openrouter'),
  anthropic: anthropicUsage,
  gemini: geminiUsage,
  bedrock: bedrockUsage,
  cohere: cohereUsage,
  ollama: ollamaUsage,
  'ai-sdk-4': aiSdk4Usage,
  'ai-sdk-5': (report, _, model) => aiSdk5Usage(report, model),
  'ai-sdk-6': aiSdk6Usage,
  meters: metersUsage,
};

/**
 * What a reply says it used, as quantities that add up.
 *
 * The shape is detected by the names of the fields, or named by the caller. Within a shape the identity of totals decides what includes
 * what (`total == prompt + completion`, `+ reasoning`, `+ cache`); only without a total does the provider's rule. A contradiction is a
 * warning. What is no count (negative, a fraction, a string), or less than its own parts, is an `invalid-input` error; so is an object of
 * no known shape, because a shape that is guessed is a bill that is wrong.
 *
 * @param reply - The usage object, or the whole reply that holds one, as it came.
 * @param options - The shape and the model, where the caller knows them.
 *
 * @returns Quantities by meter, the conditions the reply names, and what is odd about it.
 *
 * @example
 * ```ts
 * usageOf({ model: 'grok-3-mini', usage: { prompt_tokens: 291, completion_tokens: 26, total_tokens: 506,
 *   prompt_tokens_details: { cached_tokens: 244 }, completion_tokens_details: { reasoning_tokens: 189 }, cost_in_usd_ticks: 1_399_000 } });
 * // { shape: 'xai-chat', quantities: { input: 47, output: 215, cacheRead: 244 }, model: 'grok-3-mini', billed: '0.0001399', … }
 * ```
 */
export function usageOf(reply: unknown, options: UsageOptions = {}): Usage {
  checkFields('options', options, { shape: 'string?', model: 'string?' });
  return reading('The usage', () => usageIn(reply, options));
}

function usageIn(reply: unknown, options: UsageOptions): Usage {
  const named = options.shape;
  if (named !== undefined && !Object.hasOwn(READERS, named)) {
    const known = Object.keys(READERS).join(', ');
    throw new PromptCostError('invalid-input', `${shown(named)} is no shape of usage. Known: ${known}.`);
  }
  const found = findReport(reply, named);
  const model = modelNamed(found.reply);
  const { report, shape } = providersOwn(found, (own, itsShape) => READERS[itsShape](own, own, undefined));
  const { quantities, warnings, others = [] } = READERS[shape](report, found.reply, options.model ?? model);
  assertQuantities(quantities); // sums may be beyond 2^53
  const said = conditionsOf(report, found.reply, shape);
  const at = madeAt(found.reply);
  const billed = billedOf(report);
  return {
    shape: found.shape,
    quantities,
    conditions: said.conditions,
    ...(model === undefined ? {} : { model }),
    ...(at === undefined ? {} : { at }),
    ...(billed === undefined ? {} : { billed }),
    others,
    warnings: [...warnings, ...said.warnings],
  };
}

function metersUsage(report: Fields): Reading {
  const quantities: unknown = Object.fromEntries(
    Object.entries(report).filter(([, count]) => count !== undefined),
  );
  assertQuantities(quantities);
  return { quantities, warnings: [] };
}
