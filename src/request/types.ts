import type { Warning } from '../errors/index.js';
import type { Meter } from '../meters/index.js';
import type { Exactness } from '../models/index.js';
import type { Media } from './media/media.js';

/** Whose shape a request has. `prompt` is a bare text. */
export type Dialect =
  | 'openai-chat'
  | 'openai-responses'
  | 'anthropic'
  | 'gemini'
  | 'ai-sdk'
  | 'mcp'
  | 'prompt';

/** A request of any dialect, in one form: what is said by whom, and which tools and shapes are offered. */
export interface NormalRequest {
  readonly dialect: Dialect;
  readonly messages: readonly Message[];
  readonly tools: readonly Tool[];
  readonly responseFormat?: ResponseFormat;
  readonly toolChoice?: ToolChoice;
  /** Fields of the body that nothing reads, as parts. */
  readonly unread?: readonly Part[];
}

/** The shape an answer must have. */
export interface ResponseFormat {
  readonly kind: 'json' | 'schema';
  readonly name?: string;
  /** A JSON Schema. */
  readonly schema?: unknown;
}

/** Whether the model may, must not or must use a tool, or which one it must. */
export type ToolChoice = 'auto' | 'none' | 'any' | { readonly name: string };

/** How long a provider's cache is asked to keep something. */
export type CacheLifetime = '5m' | '1h';

/** What may carry a mark for the provider's cache. */
export interface Cacheable {
  /** Present when the request asks the cache to keep all of the prompt that ends here, and for how long. */
  readonly cached?: CacheLifetime;
}

/** One message of a request. */
export interface Message extends Cacheable {
  /** As the request has it: `"user"`, `"assistant"`, `"model"`, `"system"`, `"developer"`, `"tool"`, or any other. */
  readonly role: string;
  readonly name?: string;
  readonly parts: readonly Part[];
  /** Where it stands in the request, e.g. `"messages[3]"`. */
  readonly path: string;
}

/** A piece of a message. */
export type Part = (
  | { readonly kind: 'text' | 'reasoning'; readonly text: string; readonly path: string }
  | ToolCallPart
  | ToolResultPart
  | { readonly kind: 'media'; readonly media: Media; readonly path: string }
  | UnknownPart
) &
  Cacheable;

/** A call that the model made. */
export interface ToolCallPart {
  readonly kind: 'toolCall';
  readonly id?: string;
  readonly name: string;
  /** JSON text. */
  readonly arguments: string;
  readonly path: string;
}

/** What a call gave back. */
export interface ToolResultPart {
  readonly kind: 'toolResult';
  /** The id of the call. */
  readonly id?: string;
  readonly name?: string;
  readonly parts: readonly Part[];
  readonly path: string;
}

/** A piece that no dialect explains. It is counted as its JSON text, and listed. */
export interface UnknownPart {
  readonly kind: 'unknown';
  /** Its own word for what it is, or `"unknown"`; `"encrypted"` reasoning and long base64, `"data"`, are counted by their length. */
  readonly type: string;
  readonly json: string;
  readonly path: string;
}

/** A tool that the model may call. */
export interface Tool extends Cacheable {
  /** `server`: the provider runs it and frames it in its own way. */
  readonly kind: 'function' | 'server';
  readonly name: string;
  readonly description?: string;
  /** A JSON Schema. */
  readonly parameters?: unknown;
  /** The provider's own name of a server tool, e.g. `"web_search_20250305"`. */
  readonly type?: string;
  /** Of a server tool: how often it may run in one call, how many results a run may give, and tokens of one run, as the request bounds them. */
  readonly maxUses?: number;
  readonly maxResults?: number;
  readonly maxResultTokens?: number;
  /** e.g. `"tools[0]"`. */
  readonly path: string;
}

/**
 * Tokens. Exact things have zero width: low = likely = high. `high` includes the request's framing, so that a hold never falls short;
 * so an exact count of a bare text has some width.
 */
export interface TokenRange {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** One piece of a request, counted. */
export interface CountedPart {
  /** Where it stands, e.g. `"messages[3]"`, `"messages[3].content[1]"`, `"tools[0]"`; `"request"` for its framing. */
  readonly path: string;
  /** What it is, in a few words and without its text: `"user message"`, `"tool get_weather"`, `"image 1024 × 1024"`. */
  readonly what: string;
  readonly tokens: TokenRange;
  /** Which rate it is billed at. */
  readonly meter: Meter;
  /** How it was counted: a sentence. */
  readonly method: string;
  /** Present on what says nothing of other requests: a picture, a part that no dialect explains, a tool that the provider runs. */
  readonly apart?: true;
}

/** A whole request, counted. */
export interface CountedRequest {
  /** The sum of the parts. */
  readonly tokens: TokenRange;
  readonly parts: readonly CountedPart[];
  readonly exactness: Exactness;
  readonly basis: string;
  readonly warnings: readonly Warning[];
}
