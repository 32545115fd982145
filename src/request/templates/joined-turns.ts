import type { ChatMessage } from './chat-message.js';
import type { TemplateFile } from './template-file.js';

/** Neighbours of one role as one message, as Mistral's templates have it; system messages and results of tools stay apart. */
export function joinedTurns(messages: readonly ChatMessage[], file: TemplateFile): ChatMessage[] {
  const groups: ChatMessage[][] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    const isApart = message.role === 'system' || message.role === 'tool';
    if (last && !isApart && last[0]!.role === message.role) last.push(message);
    else groups.push([message]);
  }
  return groups.map((group) => (group.length === 1 ? group[0]! : joined(group, file)));
}

function joined(group: readonly ChatMessage[], { emptyText }: TemplateFile): ChatMessage {
  const texts = group.flatMap(({ content }) =>
    typeof content === 'string' && content !== '' ? [content] : [],
  );
  const calls = group.flatMap(({ tool_calls = [] }) => tool_calls);
  return {
    role: group[0]!.role,
    content: texts.length > 0 ? texts.join('\n\n') : emptyText,
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  };
}
