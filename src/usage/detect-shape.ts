import { METERS } from '../meters/index.js';
import type { Fields } from './read-field.js';
import type { UsageShape } from './types.js';

/** A shape, the fields of which one must be there, and those that tell it from shapes with the same ones. */
interface Mark {
  readonly shape: UsageShape;
  readonly some: readonly string[];
  readonly and?: readonly string[];
}

const CHAT = ['prompt_tokens', 'completion_tokens'];
const RESPONSES = ['input_tokens', 'output_tokens'];
const CAMEL = ['inputTokens', 'outputTokens'];

// The first that fits is it.
const MARKS: readonly Mark[] = [
  { shape: 'cohere', some: ['billed_units'] },
  { shape: 'gemini', some: ['promptTokenCount', 'candidatesTokenCount', 'thoughtsTokenCount'] },
  { shape: 'ollama', some: ['prompt_eval_count', 'eval_count'] },
  { shape: 'openrouter', some: [...CHAT, ...RESPONSES], and: ['cost_details', 'is_byok'] },
  { shape: 'xai-chat', some: CHAT, and: ['cost_in_usd_ticks', 'num_sources_used'] },
  { shape: 'deepseek', some: CHAT, and: ['prompt_cache_hit_tokens', 'prompt_cache_miss_tokens'] },
  { shape: 'mistral', some: CHAT, and: ['num_cached_tokens'] },
  { shape: 'perplexity', some: CHAT, and: ['citation_tokens', 'num_search_queries', 'search_context_size'] },
  { shape: 'openai-chat', some: CHAT },
  {
    shape: 'xai-responses',
    some: RESPONSES,
    and: ['cost_in_usd_ticks', 'server_side_tool_usage_details', 'num_server_side_tools_used'],
  },
  {
    shape: 'anthropic',
    some: RESPONSES,
    and: [
      'cache_read_input_tokens',
      'cache_creation_input_tokens',
      'cache_creation',
      'server_tool_use',
      'iterations',
      'inference_geo',
      'service_tier',
      'speed',
    ],
  },
  { shape: 'openai-audio', some: RESPONSES, and: ['input_token_details', 'output_token_details'] },
  { shape: 'openai-responses', some: RESPONSES },
  { shape: 'anthropic', some: ['cache_read_input_tokens', 'cache_creation_input_tokens', 'cache_creation'] },
  { shape: 'ai-sdk-6', some: CAMEL, and: ['inputTokenDetails', 'outputTokenDetails'] },
  { shape: 'ai-sdk-5', some: CAMEL, and: ['cachedInputTokens', 'reasoningTokens'] },
  { shape: 'bedrock', some: CAMEL },
  { shape: 'ai-sdk-4', some: ['promptTokens', 'completionTokens'] },
  { shape: 'meters', some: METERS },
];

/**
 * The shape of a usage object, by the names of its fields.
 *
 * Two shapes that share names are told apart by a field that only one has. Where there is none, as in `{ input_tokens, output_tokens }`
 * of Anthropic and of OpenAI's Responses, both mean the same.
 *
 * @param report - An object that may be one.
 *
 * @returns The shape, or `undefined` for an object of any other kind.
 */
export function detectShape(report: Fields): UsageShape | undefined {
  if (ofTranscription(report)) return 'openai-audio';
  // A field that is there and undefined still tells: the AI SDK leaves such.
  const has = (names: readonly string[]): boolean => names.some((name) => Object.hasOwn(report, name));
  const shape = MARKS.find(({ some, and }) => has(some) && (and === undefined || has(and)))?.shape;
  return shape === 'openai-responses' && ofImages(report) ? 'openai-images' : shape;
}

// Billed by tokens, which need no details, or by time.
function ofTranscription({ type, input_tokens: input, seconds }: Fields): boolean {
  return (type === 'tokens' && input !== undefined) || (type === 'duration' && seconds !== undefined);
}

// Replies about pictures divide the input into text and images, and know no cache.
function ofImages(report: Fields): boolean {
  const details = report['input_tokens_details'];
  if (typeof details !== 'object' || details === null) return false;
  return Object.hasOwn(details, 'image_tokens') && !Object.hasOwn(details, 'cached_tokens');
}
