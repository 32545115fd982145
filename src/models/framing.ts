import framings from './data/framings.json' with { type: 'json' };
import type { ModelRecord } from './types.js';

/** So many tokens, certainly; or the fewest, the likely number and the most. */
export type Span = number | readonly [low: number, likely: number, high: number];

/**
 * How a provider writes the tools of a request for its model.
 *
 * - `namespace`: as TypeScript types in a namespace.
 * - `json`: as JSON text, in words of the provider's own.
 * - `texts`: names, descriptions, property names, enums and required names, without what holds them together.
 */
export type ToolForm = 'namespace' | 'json' | 'texts';

/** What having tools costs, beside the tools' own text. */
export interface ToolFraming {
  readonly form: ToolForm;
  /** Once a request. */
  readonly once: Span;
  /** The same where the request has a system message. Default: `once`. */
  readonly onceWithSystem?: Span;
  /** On top of that, in OpenAI's Responses API. */
  readonly responses?: Span;
  /** For each tool. */
  readonly each: Span;
  /** An object without described properties stands on one line, which is a token less. */
  readonly inline?: true;
  /** Types of schema, and `"enum"`, whose text was compared with the provider's count; any other is a range. Absent: none was. */
  readonly measured?: readonly string[];
  /** The hidden instructions on how to call tools, by model; `once` holds for a model that is not listed. */
  readonly prompts?: Readonly<Record<string, readonly ToolPrompt[]>>;
  /** Tools that the provider runs, by the start of their type. */
  readonly server?: Readonly<Record<string, Span>>;
}

/** The hidden instructions on how to call tools, as one page of the provider has them. */
export interface ToolPrompt {
  /** ISO date on which that page was seen; absent on the oldest. */
  readonly from?: string;
  /** Where the model may or must not call. */
  readonly auto: number;
  /** Where it must. */
  readonly any: number;
}

/** What a provider puts around the texts of a request, in tokens. */
export interface Framing {
  /** What was measured, on what: sentences. */
  readonly basis: string;
  readonly sources: readonly { readonly ref: string; readonly date?: string }[];
  /** Once a request. */
  readonly request: Span;
  /** For each message. */
  readonly message: Span;
  /** In place of `message`, for a system message. */
  readonly system?: Span;
  /** Each message spends the tokens of its role's name too. */
  readonly role?: true;
  /** For a message with a name, beside the name's own tokens. */
  readonly name: Span;
  /** For each call of a tool in the history, beside its name and arguments. */
  readonly toolCall: Span;
  /** On top of that, once for a message with several calls. */
  readonly parallelCalls?: Span;
  /** For each result of a tool, beside its text. */
  readonly toolResult: Span;
  /** Around each picture, recording, film or document, beside its own tokens. */
  readonly medium?: Span;
  readonly tools: ToolFraming;
  /** For the schema of an answer, beside the schema's text. */
  readonly responseFormat: Span;
}

const byName = framings as unknown as Readonly<Record<string, Framing>>;

/**
 * The framing of a model's chats.
 *
 * @param record - Of the model. Where it names none, that of `"unknown"` is taken, with the widest ranges.
 */
export function framingOf(record: ModelRecord): Framing {
  return byName[record.chat ?? 'unknown']!;
}
