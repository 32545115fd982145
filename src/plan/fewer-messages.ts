import {
  type EstimateRequest,
  type Estimator,
  largestWhere,
  type PricedEstimate,
} from '../estimate/index.js';
import { type Message, normalRequest } from '../request/index.js';
import { demandPrice } from './demand-price.js';
import type { Shorter } from './shorter-prompt.js';

/**
 * The request with as many of its latest messages as its estimate passes with, or `undefined` where not even the last words of the user
 * do.
 */
export async function fewerMessages<R extends EstimateRequest>(
  request: R,
  passes: (estimate: PricedEstimate) => boolean,
  estimator: Estimator,
): Promise<Shorter<R> | undefined> {
  const messages = request.messages!;
  // One message in normal form for each of the caller's, read one by one: a dialect may fold several into one.
  const normal = messages.map((message) => normalRequest({ messages: [message] }).messages);
  const kept = messages.filter((_, i) => normal[i]!.length > 0 && normal[i]!.every(isSystem));
  const starts = messages.flatMap((_, i) => (normal[i]!.some(isUsers) ? [i] : [])).reverse();
  const from = async (start: number): Promise<Shorter<R>> => {
    const before = kept.filter((message) => messages.indexOf(message) < start);
    const shorter = { ...request, messages: [...before, ...messages.slice(start)] };
    return { request: shorter, estimate: await demandPrice(estimator, shorter) };
  };
  // The nth from the end: the more is kept, the more it costs.
  const most = await largestWhere(
    async (nth) => passes((await from(starts[nth - 1]!)).estimate),
    starts.length,
  );
  return most === 0 ? undefined : from(starts[most - 1]!);
}

function isSystem({ role }: Message): boolean {
  return role === 'system' || role === 'developer';
}

/** Words of the user, and not only what a tool gave back. */
function isUsers({ role, parts }: Message): boolean {
  return role === 'user' && parts.some(({ kind }) => kind !== 'toolResult');
}
