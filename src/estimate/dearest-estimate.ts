import type { Meter } from '../meters/index.js';
import { cacheRule } from '../models/index.js';
import { compare, rational } from '../money/index.js';
import { marksIn, readRequest } from '../request/index.js';
import { asCounted } from './counted-as.js';
import type { Estimate, EstimateRequest, Estimator, PricedEstimate } from './types.js';

type CachedInput = NonNullable<EstimateRequest['cachedInput']>;

const WRITES: readonly Meter[] = ['cacheWrite', 'cacheWrite5m', 'cacheWrite1h'];

/**
 * An estimate whose high cost holds however the provider's cache answers.
 *
 * What the caller expects to be read from the cache may have left it: then it is billed as fresh, or written once more. And where a
 * provider writes of its own accord, all of the prompt may be written, at more than fresh input costs. What the request marks for the
 * cache may be written too: that is in the estimate's own high cost.
 *
 * @param request - The call.
 * @param estimator - What prices it.
 *
 * @returns The estimate, its high cost raised to that of the dearest case.
 */
export async function dearestEstimate(request: EstimateRequest, estimator: Estimator): Promise<Estimate> {
  const estimate = await estimator.estimateCost(request);
  if (!estimate.priced || !estimate.tokens) return estimate;
  const most = estimate.tokens.input.high;
  const counted = asCounted(request, estimate);
  let high = estimate.cost.high;
  const others = [
    ...otherSplits(request.cachedInput, most, estimate).map((cachedInput) => ({ ...counted, cachedInput })),
    // What is marked may have left the cache, whatever the caller expects.
    ...(request.cachedInput !== undefined && isMarked(request)
      ? [{ ...request, cachedInput: undefined }]
      : []),
  ];
  for (const each of others) {
    const other = await estimator.estimateCost(each);
    if (other.priced && compare(rational(other.cost.high), rational(high)) > 0) high = other.cost.high;
  }
  return { ...estimate, cost: { ...estimate.cost, high } };
}

function otherSplits(stated: CachedInput | undefined, most: number, estimate: PricedEstimate): CachedInput[] {
  const { read = 0, write = 0, ttl } = typeof stated === 'number' ? { read: stated } : (stated ?? {});
  const cached = Math.min(read + write, most);
  const { rates } = estimate.price;
  const writes = WRITES.some((meter) => rates[meter] !== undefined);
  // Pictures may cost more fresh than written: then the dearest case writes the text alone.
  const text = Math.min(most, textOf(estimate));
  return [
    // In a batch some sellers halve fresh input and leave cached input as it is.
    ...(isDearer(rates.cacheRead, rates.input) ? [{ read: most, write: 0 }] : []),
    ...(cached > 0 ? [{ read: 0, write: 0 }] : []),
    ...(cached > 0 && writes ? [{ read: 0, write: cached, ...(ttl && { ttl }) }] : []),
    ...(writes && cacheRule(estimate.model)?.start !== 'marked'
      ? [...new Set([most, text])].map((all) => ({ read: 0, write: all }))
      : []),
  ];
}

function isMarked(request: EstimateRequest): boolean {
  return marksIn(readRequest(request).request).length > 0;
}

function isDearer(rate: string | undefined, than: string | undefined): boolean {
  return rate !== undefined && than !== undefined && compare(rational(rate), rational(than)) > 0;
}

function textOf({ parts = [] }: PricedEstimate): number {
  const others = parts.filter(({ meter }) => meter !== 'input');
  if (others.length === 0) return Infinity;
  return parts.reduce((sum, { meter, tokens }) => sum + (meter === 'input' ? tokens.high : 0), 0);
}
