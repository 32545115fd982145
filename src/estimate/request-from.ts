import { checkFields, reading } from '../errors/index.js';
import { readBody } from '../request/index.js';
import type { EstimateRequest } from './types.js';

/**
 * An estimate's request from a provider's request body, or from what an SDK's call takes.
 *
 * Bodies of OpenAI's Chat Completions and Responses, Anthropic's Messages, Gemini's generateContent, Bedrock's Converse and the AI
 * SDK's `generateText` are read: messages, system text, tools, tool choice, response format, the bound of the answer, the number of
 * answers, service tier, speed, region and thinking. What nothing reads and may hold a text is left in `unread`, and counted there.
 *
 * @param body - Read, never changed.
 * @param options - `model`: for a body that does not name its model, as Gemini's do not.
 *
 * @returns The request. A body without a model or messages, or with a part that only the provider has, such as
 * `previous_response_id` or a stored `prompt`, throws `invalid-input`.
 *
 * @example
 * ```ts
 * const body = { model: 'gpt-4o', max_tokens: 500, messages: [{ role: 'user', content: 'Why is the sky blue?' }] };
 * const { tokens } = await estimateCost(requestFrom(body));
 * tokens?.input.likely; // 13: 6 of the text, 4 around the message, 3 to prime the reply
 * ```
 */
export function requestFrom(body: unknown, options: { readonly model?: string } = {}): EstimateRequest {
  checkFields('options', options, { model: 'string?' });
  return reading('The request body', () => readBody(body, options.model));
}
