import type { NormalRequest } from '../types.js';

/** What a chat template writes besides the request. */
export interface TemplateOptions {
  /** The day that the prompt says it is, in UTC: Llama 3.1 and gpt-oss write it. It is asked for, since nothing here asks the clock. */
  readonly date: Date;
  /**
   * Whether the answer begins by thinking. Left out, the template decides: Qwen3 lets the model think, DeepSeek V3.1 does not, and R1
   * is given no `<think>` to begin with.
   */
  readonly enableThinking?: boolean;
  /** Reasoning effort, where the template writes it: `"low"`, `"medium"` (default) or `"high"` of gpt-oss, `"none"` (default) or `"high"` of Mistral v15. */
  readonly effort?: string;
  /** Whether the prompt ends with the beginning of the answer, as it does for every call. Default: true. */
  readonly addGenerationPrompt?: boolean;
}

/** A request as the model gets it. */
export interface RenderedPrompt {
  /** The name of the template. */
  readonly template: string;
  /** The whole prompt. */
  readonly text: string;
  /** The prompt in pieces, in order: their texts joined are `text`. */
  readonly pieces: readonly PromptPiece[];
  /**
   * Paths of what the template has no place for: definitions of tools (DeepSeek V3 and R1, Llama 3 and Gemma 3 ignore them), media,
   * reasoning, a response format. They are not in `text`, and must be counted in another way.
   */
  readonly omitted: readonly string[];
}

/** A stretch of a prompt: ordinary text, or one control token that the template wrote. */
export interface PromptPiece {
  readonly text: string;
  readonly control: boolean;
}

/** The chat template of an open model: how its messages and tools become one text. */
export interface ChatTemplate {
  /** e.g. `"qwen3"`. */
  readonly name: string;
  /** The encoding its models count with, e.g. `"qwen3"`. */
  readonly encoding: string;
  /** Whether it writes definitions of tools. */
  readonly writesTools: boolean;
  /**
   * The prompt as text, control tokens spelled out.
   *
   * A request that the template refuses (a role it does not know, turns in an order it does not allow) is a `PromptCostError` with code
   * `invalid-input`, which names the rule.
   */
  render(request: NormalRequest, options: TemplateOptions): string;
  /** The same prompt in pieces, so that control tokens spelled out in a user's text stay text. Count it with `countPrompt`. */
  prompt(request: NormalRequest, options: TemplateOptions): RenderedPrompt;
}
