import { type Conditions, knownModel, modelRecord, providerId } from '../../models/index.js';
import type { When } from '../types.js';
import sellers from './data/sellers.json' with { type: 'json' };
import { lookUp } from './fields.js';
import type { ForeignRow } from './foreign-row.js';

/** Whose price of what a row is. */
export interface Place {
  readonly seller: string;
  readonly model: string;
  /** What the id says beside the model: a region, a tier, a variant. Empty for the plain price. */
  readonly when: When;
}

const SELLERS: Readonly<Record<string, string>> = sellers;

/**
 * Where a row of a feed belongs here.
 *
 * The seller is the one the feed names, whatever stands in the id: a price never changes hands. A row without a seller is the
 * price of whoever made the model, if they sell it.
 *
 * @param row - The row.
 * @param at - The day of the feed, for ids whose meaning moves.
 *
 * @returns Seller, model and conditions, or `undefined` when the id resolves to no model.
 */
export function placeOf({ provider, id }: ForeignRow, at?: Date): Place | undefined {
  const found = knownModel(id, at);
  if (!found?.known) return undefined;
  const { model, qualifiers } = found;
  const { vendor, referenceHost } = modelRecord(model)!;
  const when = { ...whenOf(qualifiers), ...datacentreIn(id) };
  if (provider !== undefined) return { seller: sellerOf(provider), model, when };
  const seller = qualifiers.provider ?? (referenceHost === undefined ? vendor : undefined);
  return seller === undefined ? undefined : { seller, model, when };
}

/**
 * A feed's seller by the name it has here.
 *
 * @param provider - For example `"bedrock_converse"`.
 *
 * @returns For example `"bedrock"`; one that is not known keeps its name, in small letters and dashes.
 */
export function sellerOf(provider: string): string {
  const known = lookUp(SELLERS, provider) ?? providerId(provider);
  return known.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'unnamed';
}

// As Amazon writes one: a price of sa-east-1 is not the plain price.
const DATACENTRE = /(?:^|[/.])((?:af|ap|ca|eu|il|me|mx|sa|us)-(?:gov-)?[a-z]+-\d)(?=[/.]|$)/;

function datacentreIn(id: string): When {
  const found = DATACENTRE.exec(id.toLowerCase())?.[1];
  return found === undefined ? {} : { region: [found] };
}

function whenOf({ serviceTier, speed, region, variant, thinking }: Conditions): When {
  return {
    ...(serviceTier !== undefined && serviceTier !== 'standard' && { serviceTier: [serviceTier] }),
    ...(speed !== undefined && speed !== 'standard' && { speed: [speed] }),
    ...(region !== undefined && { region: [region] }),
    ...(variant !== undefined && { variant: [variant] }),
    ...(thinking !== undefined && { thinking }),
  };
}
