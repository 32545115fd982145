import type { Warning } from '../errors/index.js';
import { shown } from '../errors/index.js';
import type { Conditions } from '../models/index.js';
import { type Fields, isFields } from './read-field.js';
import type { UsageShape } from './types.js';

// What providers call a tier, in lower case → what this library calls it.
const TIERS: Readonly<Record<string, Conditions['serviceTier']>> = {
  default: 'standard',
  standard: 'standard',
  on_demand: 'standard',
  flex: 'flex',
  on_demand_flex: 'flex',
  priority: 'priority',
  on_demand_priority: 'priority',
  batch: 'batch',
};
// Capacity that was bought beforehand: a call on it has no price of its own.
const BOUGHT: ReadonlySet<string> = new Set(['scale', 'provisioned_throughput', 'reserved']);
// Anthropic sells priority so, by the month; others sell it by the token.
const ANTHROPIC_BOUGHT = 'priority';
// Said by a reply that does not say what it got.
const OPEN: ReadonlySet<unknown> = new Set([undefined, null, '', 'auto', 'not_available', 'unspecified']);

/** What a reply says of its price beside quantities. */
export interface SaidConditions {
  readonly conditions: Conditions;
  readonly warnings: readonly Warning[];
}

/**
 * The conditions under which a reply was made, so far as it names them.
 *
 * Capacity bought beforehand, and a tier that is not known here, are a warning and no condition.
 *
 * @param report - The usage object.
 * @param reply - The reply around it.
 * @param shape - Its shape.
 *
 * @returns Service tier, region, speed, seller, and as the variant how much of the web was read (`search-high`).
 */
export function conditionsOf(report: Fields, reply: Fields, shape: UsageShape): SaidConditions {
  const warnings: Warning[] = [];
  const strange = (name: string, value: unknown, why = 'which is not known here'): undefined => {
    warnings.push({
      code: 'usage-condition-unknown',
      message: `The reply says ${name} ${shown(value)}, ${why}; it does not change this price.`,
    });
  };
  const tier = serviceTierOf(report, reply);
  const speed = report['speed'];
  const region = report['inference_geo'];
  const size = shape === 'perplexity' ? report['search_context_size'] : undefined;
  const said = {
    serviceTier: isBought(tier, shape)
      ? strange('service tier', tier, 'capacity bought beforehand')
      : OPEN.has(tier)
        ? undefined
        : (tierNamed(tier) ?? strange('service tier', tier)),
    speed: OPEN.has(speed) || speed === 'fast' || speed === 'standard' ? speed : strange('speed', speed),
    region: OPEN.has(region) || typeof region === 'string' ? region : strange('region', region),
    provider: shape === 'openrouter' ? 'openrouter' : undefined,
    variant: typeof size === 'string' && size !== '' ? `search-${size}` : undefined,
  };
  const conditions = Object.fromEntries(Object.entries(said).filter(([, value]) => !OPEN.has(value)));
  return { conditions, warnings };
}

function serviceTierOf(report: Fields, reply: Fields): unknown {
  const { providerMetadata: sdk } = reply;
  const parts = [report, reply, ...(isFields(sdk) ? Object.values(sdk).filter(isFields) : [])];
  const values = parts.flatMap((part) => [part['service_tier'], part['serviceTier']]);
  const tier = [...values, report['trafficType']].find((value) => value !== undefined && value !== null);
  return isFields(tier) ? tier['type'] : tier; // Bedrock wraps it
}

function isBought(tier: unknown, shape: UsageShape): boolean {
  const name = textOf(tier);
  return BOUGHT.has(name) || (shape === 'anthropic' && name === ANTHROPIC_BOUGHT);
}

function textOf(tier: unknown): string {
  return typeof tier === 'string' ? tier.toLowerCase() : '';
}

function tierNamed(tier: unknown): Conditions['serviceTier'] {
  const name = textOf(tier);
  return Object.hasOwn(TIERS, name) ? TIERS[name] : undefined;
}
