import type { Conditions } from '../models/index.js';
import type { PromptSize } from './prompt-size.js';
import { scheduleHolds } from './schedule-holds.js';
import type { Calendars, Comparison, When } from './types.js';

/** What a rule is held against. */
export interface Circumstances {
  readonly at: Date;
  readonly conditions: Conditions;
  readonly size: PromptSize;
  readonly calendars: Calendars;
}

/**
 * Whether all conditions of a rule are met.
 *
 * @param when - The rule's conditions.
 * @param circumstances - The call.
 *
 * @returns `true` when the rule changes the price of this call.
 */
export function ruleHolds(when: When, { at, conditions, size, calendars }: Circumstances): boolean {
  return (
    compares(when.promptTokens, size.prompt) &&
    compares(when.outputTokens, size.output) &&
    askedFor(when, conditions) &&
    (when.thinking === undefined || when.thinking === (conditions.thinking ?? false)) &&
    (when.schedule === undefined || scheduleHolds(when.schedule, at, calendars))
  );
}

/**
 * Whether a call asks for all that a rule names: the tier, the speed, the region and the variant.
 *
 * @param when - The rule's conditions.
 * @param conditions - The call's.
 */
export function askedFor(when: When, conditions: Conditions): boolean {
  return (
    among(when.serviceTier, conditions.serviceTier ?? 'standard') &&
    among(when.speed, conditions.speed ?? 'standard') &&
    among(when.region, conditions.region) &&
    among(when.variant, conditions.variant)
  );
}

function among(allowed: readonly string[] | undefined, value: string | undefined): boolean {
  return allowed === undefined || (value !== undefined && allowed.includes(value));
}

function compares(bounds: Comparison | undefined, value: number): boolean {
  if (!bounds) return true;
  const { gt = -1, gte = 0, lt = Infinity, lte = Infinity } = bounds;
  return value > gt && value >= gte && value < lt && value <= lte;
}
