import { readFileSync } from 'node:fs';
import type { Message, NormalRequest, Part, Tool } from '../../../src/request/index.js';

/** 7 tokens of every vocabulary here. */
export const QUESTION = 'What is the weather in Paris?';
/** 6 tokens of every vocabulary here. */
export const SYSTEM = 'You are a helpful assistant.';

/** Requests in our own words, each of which some template at least renders. */
export const EXAMPLES: Readonly<Record<string, NormalRequest>> = JSON.parse(
  readFileSync('fixtures/templates/requests.json', 'utf8'),
);

export const GET_WEATHER: Tool = EXAMPLES['tools']!.tools[0]!;

type Turn = readonly [role: string, ...parts: readonly (string | object)[]];

/** A request of turns; a text stands for a text part. */
export function requestOf(turns: readonly Turn[], tools: readonly Tool[] = []): NormalRequest {
  return { dialect: 'openai-chat', messages: turns.map(messageOf), tools };
}

function messageOf([role, ...parts]: Turn, index: number): Message {
  const path = `messages[${index}]`;
  return {
    role,
    parts: parts.map((part, at) => ({
      ...(typeof part === 'string' ? { kind: 'text', text: part } : part),
      path: `${path}.content[${at}]`,
    })) as Part[],
    path,
  };
}
