import type { Warning } from '../errors/index.js';
import type { Quantities } from '../meters/index.js';
import type { Conditions } from '../models/index.js';

/**
 * In whose manner a reply reports what it used.
 *
 * - `openai-chat`: Chat Completions, and whoever follows them: Azure, Groq, Cerebras, Together, Hugging Face, Moonshot, Z.ai, Alibaba.
 * - `openai-responses`, `openai-images`, `openai-audio` (Realtime and transcriptions): OpenAI's newer ones.
 * - `deepseek`, `mistral`, `perplexity`, `xai-chat`, `xai-responses`, `openrouter`: OpenAI's with words of their own.
 * - `anthropic`, `gemini` (and Vertex), `bedrock` (Converse), `cohere`, `ollama` (its own API).
 * - `ai-sdk-4`, `ai-sdk-5`, `ai-sdk-6` (and 7): what Vercel's AI SDK makes of any of them.
 * - `meters`: quantities by meter, as this library writes them.
 */
export type UsageShape =
  | 'openai-chat'
  | 'openai-responses'
  | 'openai-images'
  | 'openai-audio'
  | 'deepseek'
  | 'mistral'
  | 'perplexity'
  | 'xai-chat'
  | 'xai-responses'
  | 'openrouter'
  | 'anthropic'
  | 'gemini'
  | 'bedrock'
  | 'cohere'
  | 'ollama'
  | 'ai-sdk-4'
  | 'ai-sdk-5'
  | 'ai-sdk-6'
  | 'meters';

/** What the caller knows of a reply. */
export interface UsageOptions {
  /** Default: detected by the names of the fields. */
  readonly shape?: UsageShape | undefined;
  /** The model that was called: its vendor decides what `ai-sdk-5` leaves open. Default: the one the reply names. */
  readonly model?: string | undefined;
}

/** What a reply says of one model. */
export interface ModelUsage {
  readonly model: string;
  readonly quantities: Quantities;
}

/** What a call used, in meters that add up, and what else the reply says of its price. */
export interface Usage {
  readonly shape: UsageShape;
  readonly quantities: Quantities;
  /** Service tier, region, speed, seller and variant, so far as the reply names them. */
  readonly conditions: Conditions;
  /** The model as the reply writes it. */
  readonly model?: string;
  /** When the reply was made, by its own clock: an ISO instant. */
  readonly at?: string;
  /** US dollars that the provider itself says it charges, tools and fees included: a decimal. */
  readonly billed?: string;
  /** What other models used on the way, such as an advisor. It is billed at their prices and is not in `quantities`. */
  readonly others: readonly ModelUsage[];
  readonly warnings: readonly Warning[];
}

/** What a reader of one shape finds. */
export interface Reading {
  readonly quantities: Quantities;
  readonly warnings: readonly Warning[];
  readonly others?: readonly ModelUsage[];
}
