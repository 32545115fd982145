import { type Fields, isFields } from './read-field.js';

const SECOND = 1_000;

/**
 * The model that a reply names.
 *
 * @param reply - The whole reply.
 *
 * @returns The id as written there: OpenAI's and Anthropic's `model`, Gemini's `modelVersion`, the AI SDK's `response.modelId`.
 */
export function modelNamed(reply: Fields): string | undefined {
  const { model, modelVersion, response } = reply;
  const names = [model, modelVersion, isFields(response) ? response['modelId'] : undefined];
  return names.find((name): name is string => typeof name === 'string' && name !== '');
}

/**
 * When a reply was made, by its own clock.
 *
 * @param reply - The whole reply: `created` and `created_at` are seconds of the epoch or ISO, `createTime` is ISO.
 *
 * @returns An ISO instant, e.g. `"2026-02-11T01:40:41.000Z"`.
 */
export function madeAt(reply: Fields): string | undefined {
  const { created, created_at, createTime, response } = reply;
  const stamp = isFields(response) ? response['timestamp'] : undefined;
  const given = [created, created_at, createTime, stamp].find((each) => each !== undefined && each !== null);
  const date = new Date(
    typeof given === 'number' ? given * SECOND : given instanceof Date ? given : textual(given),
  );
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function textual(given: unknown): string | number {
  // Only with a zone: without one, Date would take the machine's.
  return typeof given === 'string' && /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(given)
    ? given
    : Number.NaN;
}
