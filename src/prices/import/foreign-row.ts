import type { Meter } from '../../meters/index.js';
import type { When } from '../types.js';

/** A price as a feed prints it: `value` for `per` units of the meter. */
export interface ForeignRate {
  readonly meter: Meter;
  /** A number or a text; anything else is found out later. */
  readonly value: unknown;
  readonly per: number;
  readonly path: string;
}

/** A condition under which other rates hold, or all rates times `by`. */
export interface ForeignRule {
  readonly when: When;
  readonly rates: readonly ForeignRate[];
  readonly by?: unknown;
}

export interface ForeignPeriod {
  readonly from: string | null;
  readonly until: string | null;
  readonly rates: readonly ForeignRate[];
  readonly rules: readonly ForeignRule[];
}

/** One model at one seller, as any feed may list it. */
export interface ForeignRow {
  /** As the feed names the seller; `undefined` means whoever made the model. */
  readonly provider: string | undefined;
  /** As the feed names the model. */
  readonly id: string;
  readonly path: string;
  /** Whether it takes text and answers in text. */
  readonly chat: boolean;
  /** Oldest first. */
  readonly periods: readonly ForeignPeriod[];
  /** Prices that the reader has no meter or condition for: path → what it says. */
  readonly unread: readonly (readonly [path: string, value: unknown])[];
}

/** Turns a feed into rows. What is not shaped like the feed gives no rows. */
export type Reader = (feed: unknown) => ForeignRow[];
