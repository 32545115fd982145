import { normalRequest, type RequestParts } from '../normal-request.js';
import type { Part } from '../types.js';
import { lettersIn } from './letters.js';

/** Code points of all texts of a request's messages: what is said, called and answered. */
export function lettersOf(parts: RequestParts): number {
  const { messages } = normalRequest({ ...parts, tools: undefined, responseFormat: undefined });
  return messages.reduce((all, message) => all + lettersOfParts(message.parts), 0);
}

/** Code points of some parts' texts. */
export function lettersOfParts(parts: readonly Part[]): number {
  return parts.reduce((all, part) => all + lettersOfPart(part), 0);
}

function lettersOfPart(part: Part): number {
  switch (part.kind) {
    case 'text':
    case 'reasoning':
      return lettersIn(part.text);
    case 'toolCall':
      return lettersIn(part.name) + lettersIn(part.arguments);
    case 'toolResult':
      return lettersIn(part.name ?? '') + lettersOfParts(part.parts);
    default:
      return 0;
  }
}
