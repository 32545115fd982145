import { type ModelRecord, ownRecord, providerId } from '../models/index.js';
import { indexed } from './price-table.js';
import type { PriceTable } from './types.js';

/** A model of a caller's own, as its price table has it. */
export interface OwnModel {
  readonly record: ModelRecord;
  /** Who sells it, in the order of the table; where the id names one of them, that one. */
  readonly providers: readonly string[];
}

/**
 * What an id means in a table, where it means no model of this package.
 *
 * @param prices - The table.
 * @param id - `"my-finetune"`, or with its seller `"our-cluster/my-finetune"`.
 *
 * @returns The model, or nothing where the table does not have it either.
 */
export function ownModel(prices: PriceTable, id: string): OwnModel | undefined {
  const { offers } = indexed(prices);
  const name = id.trim().toLowerCase();
  const [seller = '', rest = ''] = name.split(/\/(.*)/s);
  const whole = offers.get(name);
  const found = whole ?? offers.get(rest)?.filter(({ provider }) => provider === providerId(seller));
  const first = found?.[0];
  if (!first) return undefined;
  return { record: ownRecord(first.model, first.provider), providers: found.map(({ provider }) => provider) };
}
