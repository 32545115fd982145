import type { Cacheable, CacheLifetime } from '../types.js';
import { fieldsOf, isFields, textOf } from './fields.js';

/**
 * The mark for the provider's cache on a piece of a request: `cache_control` of Anthropic and of gateways, `cachePoint` of Bedrock, and
 * either among the AI SDK's provider options.
 *
 * @param piece - A part, a message, a tool or a whole request body.
 *
 * @returns Five minutes unless the mark says an hour; nothing where there is no mark.
 */
export function cacheMark(piece: unknown): Cacheable {
  const fields = fieldsOf(piece);
  const options = Object.values(fieldsOf(fields['providerOptions'] ?? fields['providerMetadata']));
  for (const { cache_control, cacheControl, cachePoint } of [fields, ...options.map(fieldsOf)]) {
    const mark = cache_control ?? cacheControl ?? cachePoint;
    if (isFields(mark) && textOf(mark['type'])) return { cached: mark['ttl'] === '1h' ? '1h' : '5m' };
  }
  return {};
}

/** Messages with a mark on the last one. */
export function markedLast(messages: readonly unknown[], ttl: CacheLifetime): readonly unknown[] {
  const last = messages.at(-1);
  const message = isFields(last) ? last : { role: 'user', content: last };
  return [...messages.slice(0, -1), { ...message, cache_control: { type: 'ephemeral', ttl } }];
}
