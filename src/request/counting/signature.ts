import type { Message, Part } from '../types.js';

/**
 * All that the count of a message depends on but its place, in a list that can be compared value by value.
 *
 * @param message - In normal form.
 */
export function signatureOf({ role, name, parts }: Message): unknown[] {
  const signature: unknown[] = [role, name];
  for (const part of parts) add(part, signature);
  return signature;
}

function add(part: Part, signature: unknown[]): void {
  signature.push(part.kind);
  switch (part.kind) {
    case 'text':
    case 'reasoning':
      signature.push(part.text);
      break;
    case 'toolCall':
      signature.push(part.name, part.arguments);
      break;
    case 'toolResult':
      signature.push(part.name, part.parts.length);
      for (const inner of part.parts) add(inner, signature);
      break;
    case 'media':
      for (const value of Object.values(part.media)) signature.push(value);
      break;
    case 'unknown':
      signature.push(part.type, part.json);
  }
}
