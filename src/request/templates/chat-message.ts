/** A message in the form that chat templates are written for. */
export interface ChatMessage {
  readonly role: string;
  /** `null` where it makes calls and says nothing, and the template wants that told apart; items where it holds an image. */
  readonly content: string | null | readonly ChatItem[];
  readonly tool_calls?: readonly ChatCall[];
  readonly tool_call_id?: string;
  /** The tool whose result this is. */
  readonly name?: string;
  /** Reasoning, under the name that the template looks for. */
  readonly [reasoning: string]: unknown;
}

export type ChatItem = { readonly type: 'text'; readonly text: string } | { readonly type: 'image' };

export interface ChatCall {
  readonly type: 'function';
  readonly id: string;
  readonly function: { readonly name: string; readonly arguments: unknown };
}

export interface ChatTool {
  readonly type: 'function';
  readonly function: { readonly name: string; readonly description?: string; readonly parameters?: unknown };
}

/** What a template is filled in with, and what of the request it has no place for. */
export interface Chat {
  readonly messages: readonly ChatMessage[];
  readonly tools: readonly ChatTool[];
  readonly omitted: readonly string[];
}
