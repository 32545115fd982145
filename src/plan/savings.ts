import {
  asCounted,
  checkEstimator,
  checkRequest,
  createEstimator,
  type EstimateRequest,
  type Estimator,
  type PricedEstimate,
} from '../estimate/index.js';
import type { Conditions } from '../models/index.js';
import { instantText } from '../prices/index.js';
import { difference, isLess, partSaved } from './amounts.js';
import { demandPrice } from './demand-price.js';

/** The same call at a lower price. */
export interface Saving {
  /** `"batch"`, `"flex"`, or `"wait until 2026-11-25T16:30:00Z"`. */
  readonly way: string;
  /** What to change in the request. */
  readonly change: Pick<Conditions, 'serviceTier' | 'at'>;
  /** What the call then costs, and what that saves: decimal strings of the estimate's currency. */
  readonly cost: string;
  readonly saving: string;
  /** The saving as a part of the cost: 0.5 is half. */
  readonly part: number;
}

type Tier = NonNullable<Conditions['serviceTier']>;
const TIERS: readonly Tier[] = ['standard', 'batch', 'flex', 'priority'];
const STEP = 30 * 60_000; // windows of prices begin and end on half hours
const HORIZON = 8 * 24 * 60 * 60_000; // a week and a day: every window of a week comes by

/**
 * Ways to make the same call for less money, each priced: another service tier, or another hour.
 *
 * Batch and flex answer later than a standard call; that is the caller's to judge.
 *
 * @param request - The call.
 * @param estimator - Default: bundled prices and the system's clock.
 *
 * @returns The cheapest first; none where the call is at its lowest price. Throws `unpriced` where the model has no price.
 *
 * @example
 * ```ts
 * await savings({ model: 'o1', input: 1_000, output: 1_000, at: '2026-01-15' });
 * // [{ way: 'batch', change: { serviceTier: 'batch' }, cost: '0.0375', saving: '0.0375', part: 0.5 }]
 * ```
 */
export async function savings(
  request: EstimateRequest,
  estimator: Estimator = createEstimator(),
): Promise<Saving[]> {
  checkRequest(request);
  checkEstimator(estimator);
  const estimate = await demandPrice(estimator, request);
  const counted = asCounted(request, estimate, 'likely');
  const ways = [
    ...(await otherTiers(counted, estimate, estimator)),
    ...(await otherHours(counted, estimate, estimator)),
  ];
  return ways.sort((a, b) => (isLess(a.cost, b.cost) ? -1 : isLess(b.cost, a.cost) ? 1 : 0));
}

async function otherTiers(
  counted: EstimateRequest,
  estimate: PricedEstimate,
  estimator: Estimator,
): Promise<Saving[]> {
  const named = estimate.price.possibleRules.flatMap(({ when }) => when.serviceTier ?? []);
  const tiers = TIERS.filter(
    (tier) => tier !== counted.serviceTier && (tier === 'standard' || named.includes(tier)),
  );
  const found: Saving[] = [];
  for (const serviceTier of tiers) {
    const other = await estimator.estimateCost({ ...counted, serviceTier });
    if (other.priced) found.push(saved(serviceTier, { serviceTier }, estimate, other));
  }
  return found.filter(({ part }) => part > 0);
}

/** The first cheapest time of the coming week, where the price depends on the hour. */
async function otherHours(
  counted: EstimateRequest,
  estimate: PricedEstimate,
  estimator: Estimator,
): Promise<Saving[]> {
  if (!estimate.price.possibleRules.some(({ when }) => when.schedule)) return [];
  const start = Date.parse(estimate.price.at);
  let best: { readonly at: string; readonly estimate: PricedEstimate } | undefined;
  for (let time = Math.floor(start / STEP) * STEP + STEP; time <= start + HORIZON; time += STEP) {
    const at = instantText(new Date(time));
    const then = await estimator.estimateCost({ ...counted, at });
    if (then.priced && isLess(then.cost.likely, (best?.estimate ?? estimate).cost.likely))
      best = { at, estimate: then };
  }
  return best ? [saved(`wait until ${best.at}`, { at: best.at }, estimate, best.estimate)] : [];
}

function saved(way: string, change: Saving['change'], before: PricedEstimate, after: PricedEstimate): Saving {
  const cost = after.cost.likely;
  return {
    way,
    change,
    cost,
    saving: difference(before.cost.likely, cost),
    part: partSaved(before.cost.likely, cost),
  };
}
