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
 * A tier that has no price of its own here, such as capacity bought beforehand, is a warning and no condition.
 *
 * @param report - The usage object.
 * @param reply - The reply around it.
 * @param shape - Its shape.
 *
 * @returns Service tier, region, speed and seller.
 */
export function conditionsOf(report: Fields, reply: Fields, shape: UsageShape): SaidConditions {
  const warnings: Warning[] = [];
  const strange = (name: string, value: unknown): undefined => {
    warnings.push({
      code: 'usage-condition-unknown',
      message: `The reply says ${name} ${shown(value)}, which is not known here; it does not change this price.`,
    });
  };
  const tier = serviceTierOf(report, reply);
  const speed = report['speed'];
  const region = report['inference_geo'];
  const said = {
    serviceTier: OPEN.has(tier) ? undefined : (tierNamed(tier) ?? strange('service tier', tier)),
    speed: OPEN.has(speed) || speed === 'fast' || speed === 'standard' ? speed : strange('speed', speed),
    region: OPEN.has(region) || typeof region === 'string' ? region : strange('region', region),
    provider: shape === 'openrouter' ? 'openrouter' : undefined,
  };
  const conditions = Object.fromEntries(Object.entries(said).filter(([, value]) => !OPEN.has(value)));
  return { conditions, warnings };
}

function serviceTierOf(report: Fields, reply: Fields): unknown {
  const values = [report, reply].flatMap((part) => [part['service_tier'], part['serviceTier']]);
  const tier = [...values, report['trafficType']].find((value) => value !== undefined && value !== null);
  return isFields(tier) ? tier['type'] : tier; // Bedrock wraps it
}

function tierNamed(tier: unknown): Conditions['serviceTier'] {
  const name = typeof tier === 'string' ? tier.toLowerCase() : '';
  return Object.hasOwn(TIERS, name) ? TIERS[name] : undefined;
}
