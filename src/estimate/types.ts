import type { Bill, Line, PriceInForce, Unpriced, UsageReference, Warning } from '../bill/index.js';
import type { Currency, Meter } from '../meters/index.js';
import type { Conditions, Exactness, ModelId } from '../models/index.js';
import type { PriceTable } from '../prices/index.js';
import type { CountedPart, Media, TokenRange } from '../request/index.js';
import type { Encoding, Token } from '../tokenize/index.js';
import type { Calibration } from './calibration.js';
import type { Lesson } from './lesson.js';

/**
 * What will be sent: a text, or a whole request in the shape that the provider or SDK takes. `requestFrom(body)` makes it of a body.
 *
 * Objects are read and never changed. Their counts are remembered as long as they live, and taken again where their texts differ.
 */
export interface PromptRequest {
  /** The text alone; with `system`, `tools` or `responseFormat` it is the user's one message. */
  readonly prompt?: string | undefined;
  /** OpenAI's chat messages or Responses items, Anthropic's messages, Gemini's contents, the AI SDK's messages. */
  readonly messages?: readonly unknown[] | undefined;
  /** A text or its blocks, where it stands apart from the messages. */
  readonly system?: unknown;
  /**
   * OpenAI's, Anthropic's or Gemini's tools, an MCP tool list, the AI SDK's as a list with their names; `requestFrom` takes the AI SDK's
   * by name and a whole MCP answer.
   */
  readonly tools?: readonly unknown[] | undefined;
  /** Whether a tool must be used: `"auto"`, `"required"`, `{ type: "any" }`, … Providers bill other instructions for it. */
  readonly toolChoice?: unknown;
  /** The shape asked of the answer: `response_format`, `text.format`, or a JSON Schema. */
  readonly responseFormat?: unknown;
  /** Gemini's wish for all media that have none of their own. */
  readonly mediaResolution?: Media['resolution'] | undefined;
  /**
   * Fields of the body that nothing here reads, by name, as `requestFrom` leaves them: each is listed with a warning and counts from 0 to its
   * JSON text.
   */
  readonly unread?: Readonly<Record<string, unknown>> | undefined;
  /** The caller's own tokenizer, used instead of the model's. */
  readonly encoding?: Encoding | undefined;
}

/** One call, or `calls` equal ones, to be estimated. Exactly one of `prompt`, `messages` and `input` says what goes in. */
export interface EstimateRequest extends PromptRequest, Conditions {
  readonly model: ModelId;
  /** Tokens already counted elsewhere, instead of all that would be counted. */
  readonly input?: number | undefined;
  /**
   * Tokens of the answer, hidden reasoning included. A bare number is certain; `expected` is likely and `max` the bound, which alone
   * is taken as likely too.
   * Omitted: low 0, likely 0 or what calibration expects, high the model's maximum, with the warning `output-unbounded`.
   */
  readonly output?: number | { readonly expected?: number; readonly max?: number } | undefined;
  /**
   * Input tokens that the provider's cache already holds (`read`, or the bare number) or will store (`write`). Part of the input, not on
   * top. Left out, marks in the request (`cache_control`, `cachePoint`) are taken as a first call's: likely written, at best read, with the
   * warning `cache-marks`.
   */
  readonly cachedInput?:
    | number
    | { readonly read?: number; readonly write?: number; readonly ttl?: '5m' | '30m' | '1h' }
    | undefined;
  /**
   * How often each tool that the provider runs (a search, a fetch, code) may run in one call. A bare number is certain; `expected` is
   * likely and `max` the bound, beside the one that the tool itself may state. Omitted: never, likely once, and without any bound as
   * often as the warning `server-tool-unbounded` says.
   */
  readonly toolUses?: number | { readonly expected?: number; readonly max?: number } | undefined;
  /** Answers asked for in one call: multiplies the output. Default 1. */
  readonly choices?: number | undefined;
  /** How many such calls: multiplies the cost, not `tokens`. Default 1. */
  readonly calls?: number | undefined;
}

/** Money, as decimal strings of the currency: what a call costs at least, probably, and at most. A budget holds `high`. */
export interface Amount {
  readonly low: string;
  readonly likely: string;
  readonly high: string;
}

/** How many tokens a text or a request is for a model. */
export interface TokenCount {
  /** The likely count: of a bare text without, of messages with what the provider puts around them. */
  readonly tokens: number;
  readonly low: number;
  /** Of a bare text, too, with the most that the provider puts around one message. */
  readonly high: number;
  readonly exactness: Exactness;
  /** The vocabulary that counted; empty when the caller's `countTokens` did. */
  readonly encoding: string;
  /** Why the count deserves its label. */
  readonly basis: string;
  /** Code points, spaces included. */
  readonly letters: number;
  /** 0 when there are no tokens. */
  readonly lettersPerToken: number;
  /** What the tokens are made of; absent when the caller's `countTokens` counted. */
  readonly parts?: readonly CountedPart[];
}

/** A tool that the provider runs while it answers, and what it may be billed for beside tokens. */
export interface ServerToolUse {
  /** e.g. `"tools[0]"`. */
  readonly path: string;
  /** e.g. `"tool web_search_20250305"`. */
  readonly what: string;
  /** How often it may run in one call. */
  readonly uses: TokenRange;
  /** What its fee is billed by, where it may have one, and how much of it: uses, or hours. */
  readonly meter?: Meter;
  readonly quantity?: TokenRange;
}

/** How past replies corrected a count. */
export interface AppliedCalibration {
  /** Replies that were learned from. */
  readonly replies: number;
  /** The range before. */
  readonly counted: TokenRange;
}

interface EstimateBase {
  /** The model id as it was given. */
  readonly requested: string;
  /** Code points of the prompt or the messages, spaces included; 0 when a token count was given instead. */
  readonly letters: number;
  /** Letters for each likely input token; 0 when there are no letters. */
  readonly lettersPerToken: number;
  readonly warnings: readonly Warning[];
  /** How many equal calls the cost and its lines are for, where it is not one. */
  readonly calls?: number;
  /** Tokens of one call; the output is that of all its `choices`, as a provider reports it. Absent when they cannot be known. */
  readonly tokens?: { readonly input: TokenRange; readonly output: TokenRange };
  /** What the input is made of: each message, each tool, each picture, and the framing. Absent when a count was given. */
  readonly parts?: readonly CountedPart[];
  /** The tools that the provider runs. Their fees are in the cost, and what they give to the model is in the input and its parts. */
  readonly serverTools?: readonly ServerToolUse[];
  /** Present when the input was corrected by the replies that `calibrate()` saw. */
  readonly calibration?: AppliedCalibration;
  /** What `calibrate()` learns from a reply to this call. */
  readonly lesson?: Lesson;
  /** How far the count of the input can be trusted. Absent for an unknown model. */
  readonly exactness?: Exactness;
  /** The vocabulary that counted. Absent when a count was given. */
  readonly encoding?: string;
  /** Why the count deserves its label: sentences. */
  readonly basis?: string;
  /**
   * Room in the model's context window: `used` is the high input and, where an output is stated, its maximum.
   * `remaining` is `window - used`: below zero when the call does not fit.
   */
  readonly context?: {
    readonly window: number;
    readonly used: number;
    readonly remaining: number;
    readonly fits: boolean;
  };
}

export interface PricedEstimate extends EstimateBase {
  readonly priced: true;
  /** The canonical id of the model that is priced. */
  readonly model: string;
  /** Whose price it is. */
  readonly provider: string;
  readonly currency: Currency;
  /** Of all `calls` together. */
  readonly cost: Amount;
  /** `cost.likely` as a number, in US dollars only: to display, not to add up. */
  readonly usd?: number;
  /** What makes up `cost.likely`, for all calls together. */
  readonly lines: readonly Line[];
  readonly price: PriceInForce;
}

/** No number, and why: an unknown model or a missing price is never zero. */
export interface UnpricedEstimate extends EstimateBase {
  readonly priced: false;
  readonly price: Unpriced;
}

/** What a call will cost, or why that is not known: `priced` tells them apart. */
export type Estimate = PricedEstimate | UnpricedEstimate;

/**
 * Everything that counts and prices, with one table of prices, one set of vocabularies and one clock. Each method is the function of the
 * same name, and needs no `this`.
 */
export interface Estimator {
  estimateCost(request: EstimateRequest): Promise<Estimate>;
  /** The same at once. Throws unless the encoding is loaded. */
  estimateCostSync(request: EstimateRequest): Estimate;
  compareCosts(request: Omit<EstimateRequest, 'model'>, models: readonly ModelId[]): Promise<Estimate[]>;
  countTokens(input: string | PromptRequest, model: ModelId): Promise<TokenCount>;
  tokenize(text: string, model: ModelId): Promise<Token[]>;
  encodingFor(model: ModelId): Promise<Encoding>;
  costOfUsage(usage: unknown, ref: UsageReference): Bill;
  priceOf(model: ModelId, when?: Conditions & { readonly strict?: boolean }): PriceInForce | Unpriced;
}

export interface EstimatorOptions {
  /** Default: the prices in the package. */
  readonly prices?: PriceTable;
  /** The caller's own vocabularies by name; a bundled one of the same name gives way. */
  readonly encodings?: Readonly<Record<string, Encoding>>;
  /** Default: the system's clock. Asked once for each call. */
  readonly now?: () => Date;
  /**
   * What `calibrate()` of `promptcost/plan` learned from past replies: closed tokenizers and unknown framing are counted closer.
   * It is loaded with the first estimate; `estimateCostSync` goes without until then.
   */
  readonly calibration?: Calibration;
  /** A provider's own counting endpoint. Its number, framing included, replaces ours wherever a call can wait for it. */
  readonly countTokens?: (request: EstimateRequest) => Promise<number>;
}
