import { PromptCostError, shown } from '../errors/index.js';

const LONGEST = 200;

/**
 * Refuses an id that no store should have to keep.
 *
 * @param id - From outside.
 */
export function assertHoldId(id: unknown): void {
  if (typeof id === 'string' && id !== '' && id.length <= LONGEST) return;
  throw new PromptCostError(
    'invalid-input',
    `The request's id is ${shown(id)}. An id is a string of 1 to ${LONGEST} characters; leave it out for a random one.`,
  );
}

/**
 * An id that nobody has used: 128 random bits.
 *
 * @returns 32 hexadecimal digits.
 */
export function freshHoldId(): string {
  // Unlike randomUUID, getRandomValues is there in a page without https too.
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16).padStart(8, '0')).join(
    '',
  );
}
