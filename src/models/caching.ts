import data from './data/caching.json' with { type: 'json' };
import { modelRecord } from './records.js';

/** When a seller's cache takes a prompt's beginning, and for how long. What it asks for that is a matter of prices. */
export interface CacheRule {
  /** `automatic`: every long enough prompt is taken. `marked`: only what the request marks. */
  readonly start: 'automatic' | 'marked';
  /** Tokens below which a beginning is not cached. */
  readonly minimum: number;
  /** A hit is the minimum and then whole steps of so many tokens. Absent: any length. */
  readonly step?: number;
  /** Of what is marked: a hit is looked for at a mark, and at blocks before it until so many were tried. Absent: at all of them. */
  readonly lookback?: number;
  /** Seconds without use after which an entry is gone. Absent: not stated by the seller. */
  readonly seconds?: number;
  /** Present when the minimum is taken from a relative: why, in a sentence. */
  readonly assumed?: string;
  readonly source: { readonly ref: string; readonly date: string };
}

/** A rule, and the models of one vendor that it holds for: those named, or all that no earlier rule names. */
export interface CacheRuleEntry extends CacheRule {
  readonly models?: readonly string[];
  readonly vendor?: string;
}

const entries = data.rules as readonly CacheRuleEntry[];

/**
 * The rule by which a model's first-party cache works.
 *
 * @param model - A canonical id.
 *
 * @returns The first rule that names the model or its vendor, or `undefined` where none is known.
 */
export function cacheRule(model: string): CacheRule | undefined {
  const vendor = modelRecord(model)?.vendor;
  return entries.find((entry) => entry.models?.includes(model) ?? entry.vendor === vendor);
}
