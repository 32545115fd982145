import type { Conditions } from '../models/index.js';
import type { Values } from './command-options.js';
import { UsageError } from './usage-error.js';

/** A price to be looked up. */
export interface PriceCommand {
  readonly name: 'price';
  readonly model: string;
  readonly conditions: Conditions;
  /** Whether all periods are listed. */
  readonly history: boolean;
  readonly json: boolean;
}

/** A reply to be billed. */
export interface UsageCommand {
  readonly name: 'usage';
  /** A path, or `-` for stdin. */
  readonly file: string;
  /** `undefined`: the model that the reply names. */
  readonly model: string | undefined;
  readonly conditions: Conditions;
  readonly json: boolean;
}

const TIERS = ['standard', 'batch', 'flex', 'priority'] as const;

/**
 * The command `price MODEL`.
 *
 * @param model - The word after it.
 * @param options - The options.
 */
export function priceCommand(model: string | undefined, options: Values): PriceCommand {
  const named = oneModel(options.model, model);
  if (named === undefined) throw new UsageError('price of what? promptcost price o1 --history');
  const { history = false, json = false } = options;
  return { name: 'price', model: named, conditions: conditionsIn(options), history, json };
}

/**
 * The command `usage FILE`.
 *
 * @param file - The word after it.
 * @param options - The options.
 */
export function usageCommand(file: string | undefined, options: Values): UsageCommand {
  if (file === undefined) throw new UsageError('usage of what? promptcost usage reply.json -m o1');
  const model = oneModel(options.model, undefined);
  return { name: 'usage', file, model, conditions: conditionsIn(options), json: options.json ?? false };
}

function oneModel(given: readonly string[] = [], word: string | undefined): string | undefined {
  const ids = [...(word === undefined ? [] : [word]), ...given];
  if (ids.length > 1 || ids[0]?.includes(',')) throw new UsageError('one model at a time, please');
  return ids[0];
}

function conditionsIn({ at, provider, tier, region }: Values): Conditions {
  const known = TIERS.find((each) => each === tier);
  if (tier !== undefined && known === undefined) {
    throw new UsageError(`--tier is one of ${TIERS.join(', ')}, not "${tier}"`);
  }
  return { at, provider, serviceTier: known, region };
}
