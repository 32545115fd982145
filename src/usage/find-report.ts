import { PromptCostError, shown } from '../errors/index.js';
import { detectShape } from './detect-shape.js';
import { type Fields, isFields } from './read-field.js';
import type { UsageShape } from './types.js';

/** A usage object, and the reply around it. */
export interface FoundReport {
  readonly report: Fields;
  readonly shape: UsageShape;
  /** The reply that holds it; the report itself where that is all there is. */
  readonly reply: Fields;
}

// Where a reply holds its usage: the AI SDK, everybody, Gemini, Cohere.
const WITHIN = ['totalUsage', 'usage', 'usageMetadata', 'meta'];
// What may hold the reply: an event of a stream, a line of a batch, an event of Bedrock.
const AROUND = ['response', 'body', 'metadata'];
const DEEPEST = 3;

/**
 * The usage object in what a caller has of a reply: the usage itself, the whole reply, the last event of a stream, a line of a batch.
 *
 * @param given - From outside.
 * @param named - The shape, if the caller names it.
 *
 * @returns The report, its shape and its reply; throws when there is none.
 */
export function findReport(given: unknown, named?: UsageShape): FoundReport {
  if (!isFields(given)) {
    throw new PromptCostError(
      'invalid-input',
      `Usage is an object of counts, not ${Array.isArray(given) ? 'an array' : shown(given)}.`,
    );
  }
  const found = search(given, named, DEEPEST);
  if (found) return found;
  throw new PromptCostError('invalid-input', whyNot(given));
}

function search(reply: Fields, named: UsageShape | undefined, depth: number): FoundReport | undefined {
  const own = detectShape(reply);
  // A reply may have an `output` that is no meter: its usage goes first.
  if (own && own !== 'meters') return { report: reply, shape: named ?? own, reply };
  for (const name of WITHIN) {
    const report = reply[name];
    const shape = isFields(report) ? detectShape(report) : undefined;
    if (shape) return { report: report as Fields, shape: named ?? shape, reply };
  }
  for (const name of depth > 0 ? AROUND : []) {
    const inner = reply[name];
    const found = isFields(inner) ? search(inner, named, depth - 1) : undefined;
    if (found) return found;
  }
  return own && { report: reply, shape: named ?? own, reply };
}

function whyNot(given: Fields): string {
  const parts = [given, ...WITHIN.map((name) => given[name])];
  if (parts.some((part) => isFields(part) && typeof part['then'] === 'function')) {
    return 'This usage is a promise: await it first.';
  }
  if (WITHIN.some((name) => given[name] === null)) {
    return 'This reply has no usage (null). A stream reports it at its end, where stream_options.include_usage asks for it.';
  }
  const fields = Object.keys(given).filter((field) => given[field] !== undefined);
  const named = fields.slice(0, 5).map(shown).join(', ');
  return `This usage object has no shape known here (${named === '' ? 'it is empty' : `its fields: ${named}`}). Pass counts by meter: { input: 1200, output: 300 }.`;
}
