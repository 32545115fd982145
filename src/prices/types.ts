import type { Currency, Meter } from '../meters/index.js';

/** A set of dated prices. Opaque: it is passed to `createEstimator`, not read. */
export interface PriceTable {
  /** The day up to which the table was kept, e.g. `"2026-11-23"`. */
  readonly asOf: string;
}

/** Printed rates by meter: decimals or fractions of the currency, per `PER[meter]` units. `"0"` is free; absent is unknown. */
export type Rates = Readonly<Partial<Record<Meter, string>>>;

/**
 * - `in-force`: the seller's own price.
 * - `announced`: published for a time that had not come when it was checked.
 * - `reconstructed`: pieced together from listings of others.
 */
export type PriceStatus = 'in-force' | 'announced' | 'reconstructed';

/** What one model costs at one seller, through time. */
export interface Offer {
  /** `provider/model`, e.g. `"groq/llama-3.3-70b"`. */
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  /** Oldest first; each begins where the one before it ends. */
  readonly periods: readonly Period[];
}

/** A stretch of time in which the list price did not change. */
export interface Period {
  /** The first instant it holds; `null` when the beginning is not known. */
  readonly from: string | null;
  /** The first instant it no longer holds; `null` while it does. */
  readonly until: string | null;
  readonly status: PriceStatus;
  readonly currency: Currency;
  readonly rates: Rates;
  /** In order: a later `replace` wins, every `multiply` counts. */
  readonly rules: readonly Rule[];
  /** The least that is billed of a meter once it is used. */
  readonly minimum?: Rates;
  readonly sources: readonly Source[];
  /** The day on which the price was last seen at its source. */
  readonly checked: string;
  readonly note?: string;
}

/** Where a price was read, and on which day: `ref` is a URL, `package@version` or `repository@commit`. */
export interface Source {
  readonly ref: string;
  readonly date: string;
}

/** A change of the rates under a condition. */
export type Rule =
  | {
      readonly name: string;
      readonly kind: 'replace';
      readonly when: When;
      readonly rates: Rates;
      /**
       * - `request`: the whole request is billed at these rates, a cliff. The default, and what every seller of tokens does.
       * - `marginal`: only the tokens beyond the one lower bound of `when` are, a bracket.
       */
      readonly scope?: 'request' | 'marginal';
    }
  | {
      readonly name: string;
      readonly kind: 'multiply';
      readonly when: When;
      /** A decimal or fraction, e.g. `"1/2"`. */
      readonly by: string;
      /** The meters it touches. Default: all. */
      readonly only?: readonly Meter[];
    };

/** All that is given must hold. */
export interface When {
  /** Tokens in, cached or not. */
  readonly promptTokens?: Comparison;
  /** Tokens out, reasoning included. */
  readonly outputTokens?: Comparison;
  readonly serviceTier?: readonly string[];
  readonly speed?: readonly string[];
  readonly region?: readonly string[];
  readonly variant?: readonly string[];
  readonly thinking?: boolean;
  readonly schedule?: Schedule;
}

/** Bounds as the seller words them: `<` and `<=` differ by one token. */
export interface Comparison {
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
}

/** Hours of the clock on a wall: in one time zone, on some days of the week, outside its holidays. */
export interface Schedule {
  /** An IANA zone, e.g. `"Asia/Shanghai"`. */
  readonly tz: string;
  /** 1 is Monday, 7 is Sunday. Default: every day. */
  readonly days?: readonly number[];
  /** `["09:00", "12:00"]` holds from nine until just before twelve; `["16:30", "00:30"]` goes over midnight. Default: all day. */
  readonly windows?: readonly (readonly [string, string])[];
  /** A calendar on whose holidays it does not hold. */
  readonly exceptCalendar?: string;
}

/** Holidays, and the days for which they are known. */
export interface Calendar {
  /** The first day covered, e.g. `"2026-09-01"`. */
  readonly from: string;
  /** The first day no longer covered. */
  readonly until: string;
  /** ISO dates. */
  readonly holidays: readonly string[];
}

/** Calendar name → its holidays. */
export type Calendars = Readonly<Record<string, Calendar>>;
