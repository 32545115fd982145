import {
  type EstimateRequest,
  type Estimator,
  largestWhere,
  type PricedEstimate,
} from '../estimate/index.js';
import { cleanStarts } from './clean-starts.js';
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
  const { system, starts } = cleanStarts(messages);
  const from = async (start: number): Promise<Shorter<R>> => {
    const before = system.filter((place) => place < start).map((place) => messages[place]);
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
