import type { Warning } from '../bill/index.js';
import { checkFields, PromptCostError, reading, shown } from '../errors/index.js';
import {
  checkEstimator,
  createEstimator,
  type Estimator,
  type PricedEstimate,
  WRITE_METERS,
} from '../estimate/index.js';
import type { Currency } from '../meters/index.js';
import {
  type CacheRule,
  type Conditions,
  cacheRule,
  checkConditions,
  type ModelId,
} from '../models/index.js';
import { difference, isLess, sumOf } from './amounts.js';
import { cacheWarnings, lifetimeUnknown } from './cache-warnings.js';
import { type ConversationShape, conversationTurns, type TurnTokens } from './conversation-turns.js';
import { demandPrice } from './demand-price.js';
import { LIFETIMES, type Lifetime, lifetimeOf } from './lifetimes.js';
import { createTurnPrices } from './turn-prices.js';

/** A conversation, or an agent's loop, to be priced. */
export interface ConversationRequest extends ConversationShape, Conditions {
  readonly model: ModelId;
  /** How long the cache is asked to keep what is written: one of the lifetimes that the seller has. Default: the seller's shortest. */
  readonly ttl?: Lifetime | undefined;
}

/** One request of the plan, priced. */
export interface PlannedTurn extends TurnTokens {
  /** Cost of this request if nothing is cached, and if the cache works. */
  readonly withoutCache: string;
  readonly withCache: string;
  /** Rules of the price that hold at this size, e.g. `['prompt over 200,000 tokens, in x2']`. */
  readonly rules: readonly string[];
}

/** What a conversation costs, with the cache and without it. */
export interface ConversationPlan {
  readonly model: string;
  readonly provider: string;
  readonly currency: Currency;
  readonly turns: readonly PlannedTurn[];
  /** Sums of the turns: decimal strings. */
  readonly withoutCache: string;
  readonly withCache: string;
  /** `withoutCache − withCache`; below zero where writing costs more than reading saves. */
  readonly saving: string;
  /** The first turn up to which the cache has paid for itself; `null` if it never does. */
  readonly breakEvenTurn: number | null;
  /** The rule of the cache; absent where none is known, and then nothing is cached. */
  readonly cache?: CacheRule;
  readonly warnings: readonly Warning[];
}

/**
 * What a conversation of N turns costs with prompt caching and without it.
 *
 * Each request repeats what was said before, so that the cost of a conversation grows with the square of its length; the cache takes
 * most of that back. Without caching, nothing is written to a cache or read from one; with caching, every hit that the seller's rule
 * allows is made.
 *
 * @param request - The model, the sizes of the turns, and the conditions of the price.
 * @param estimator - Default: bundled prices and the system's clock.
 *
 * @returns Both costs, turn by turn, with the warning `over-context` from the turn on that the model cannot hold. Throws `unpriced`
 * where the model has no price, `invalid-input` for a `ttl` that the seller does not have.
 *
 * @example
 * ```ts
 * const plan = await planConversation({
 *   model: 'claude-sonnet-4-5', at: '2026-01-15',
 *   turns: 3, systemTokens: 10_000, userTokens: 500, outputTokens: 500,
 * });
 * // in 10,500, 11,500 and 12,500, out 500 each: 34,500 × $3/M + 1,500 × $15/M
 * plan.withoutCache; // '0.126'
 * // written 10,500 and twice 1,000, read 10,500 and 11,500: 12,500 × $3.75/M + 22,000 × $0.30/M + 1,500 × $15/M
 * plan.withCache; // '0.075975'
 * plan.breakEvenTurn; // 2
 * ```
 */
export async function planConversation(
  request: ConversationRequest,
  estimator: Estimator = createEstimator(),
): Promise<ConversationPlan> {
  checkConditions('The request', request);
  checkEstimator(estimator);
  checkFields('The request', request, { model: 'string', ttl: 'string?' });
  const { model, at, provider, serviceTier, region, speed, thinking, variant, ttl } = request;
  if (ttl !== undefined && !Object.hasOwn(LIFETIMES, ttl))
    throw new PromptCostError('invalid-input', `ttl is ${shown(ttl)}. Pass '5m', '30m' or '1h'.`);
  const call = { model, at, provider, serviceTier, region, speed, thinking, variant };
  const first = await demandPrice(estimator, { ...call, input: 0, output: 0 });
  const sold = first.price.rates.cacheRead === undefined ? undefined : cacheRule(first.model);
  const lifetime = sold ? lifetimeOf(ttl, first, sold) : '5m';
  const rule = sold && ttl ? { ...sold, seconds: LIFETIMES[lifetime] } : sold;
  const priceOf = createTurnPrices(estimator, call, first, lifetime);
  // Where writing has no price of its own, what is written is ordinary input.
  const isWriteSold = Object.values(WRITE_METERS).some((meter) => first.price.rates[meter] !== undefined);
  const turns: PlannedTurn[] = [];
  for (const turn of reading('The request', () => conversationTurns(request, rule))) {
    const { cost: withoutCache, rules } = await priceOf({ ...turn, cacheRead: 0, cacheWrite: 0 });
    const { cost: withCache } = await priceOf(isWriteSold ? turn : { ...turn, cacheWrite: 0 });
    turns.push({ ...turn, withoutCache, withCache, rules });
  }
  const withoutCache = sumOf(turns.map((turn) => turn.withoutCache));
  const withCache = sumOf(turns.map((turn) => turn.withCache));
  return {
    model: first.model,
    provider: first.provider,
    currency: first.currency,
    turns,
    withoutCache,
    withCache,
    saving: difference(withoutCache, withCache),
    breakEvenTurn: breakEven(turns),
    ...(rule && { cache: rule }),
    warnings: [
      ...first.warnings.filter(({ code }) => code !== 'hidden-reasoning'),
      ...cacheWarnings(first, rule),
      ...(rule && request.secondsBetweenTurns ? lifetimeUnknown(first, rule) : []),
      ...overContext(first, turns),
    ],
  };
}

function overContext({ model, context }: PricedEstimate, turns: readonly PlannedTurn[]): Warning[] {
  const over = turns.find(({ input, output }) => context && input + output > context.window);
  if (!over || !context) return [];
  const message = `Turn ${over.turn} has ${over.input + over.output} tokens, more than the ${context.window} that ${model} can hold. Plan fewer turns, or shorten what is sent back.`;
  return [{ code: 'over-context', message }];
}

function breakEven(turns: readonly PlannedTurn[]): number | null {
  let [without, cached] = ['0', '0'];
  for (const turn of turns) {
    without = sumOf([without, turn.withoutCache]);
    cached = sumOf([cached, turn.withCache]);
    if (isLess(cached, without)) return turn.turn;
  }
  return null;
}
