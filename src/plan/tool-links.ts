import type { Part } from '../request/index.js';

/** Fields by which items that no dialect explains refer to each other: a computer's call and its output, a question and its approval. */
const LINKS = ['call_id', 'approval_request_id', 'approvalId', 'id'] as const;

/** Whether a part is what a tool gave back, and not a document made of parts, which has the same form and answers nothing. */
export function isResult(part: Part): boolean {
  return part.kind === 'toolResult' && (part.id ?? part.name) !== undefined;
}

/**
 * The ids by which a caller's message, or a part of it, refers to another.
 *
 * @param message - As the caller has it.
 */
export function linksOf(message: unknown): string[] {
  const content = fieldsOf(message)['content'];
  const pieces = [message, ...(Array.isArray(content) ? content : [])].map(fieldsOf);
  return pieces.flatMap((piece) => {
    const link = LINKS.find((field) => typeof piece[field] === 'string');
    return link === undefined ? [] : [`id ${piece[link]}`];
  });
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
