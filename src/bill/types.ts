import type { Currency, Meter, Quantities } from '../meters/index.js';
import type { Conditions, ModelId } from '../models/index.js';
import type { PriceStatus, PriceTable, Rates, Rule } from '../prices/index.js';
import type { ModelUsage, UsageOptions, Warning } from '../usage/index.js';

/** The price that holds for one model, at one seller, at one instant, under the conditions asked for. */
export interface PriceInForce {
  readonly priced: true;
  /** `provider/model`, e.g. `"deepseek/deepseek-r1"`. */
  readonly offer: string;
  readonly model: string;
  readonly provider: string;
  readonly currency: Currency;
  /** The instant that was asked for, in UTC. */
  readonly at: string;
  /** When this list price began and ended; `null` is unknown, or not yet. */
  readonly from: string | null;
  readonly until: string | null;
  /** The day on which the price was last seen at its source. */
  readonly checked: string;
  /** Days from `checked` to the instant asked for; 0 when it was checked later than that. */
  readonly ageDays: number;
  readonly status: PriceStatus;
  /** What the record says beside its numbers, e.g. `"The day of the cut is approximate."` */
  readonly note?: string;
  /** Rates after the rules, each per `PER[meter]` units: a decimal, or a fraction where no decimal is finite. */
  readonly rates: Rates;
  readonly sources: readonly string[];
  /** Names of the rules that changed the list price, e.g. `"off-peak"`. */
  readonly rules: readonly string[];
  /** Every rule of this price, whether it holds for the call or not: what the price depends on. */
  readonly possibleRules: readonly Rule[];
  /**
   * Present where the hour was not given and the price depends on it: the rates at the cheapest and at the dearest hour of the
   * day asked for, or of the seven days from now.
   */
  readonly band?: RateBand;
  readonly warnings: readonly Warning[];
}

/** Between which rates a price moves. */
export interface RateBand {
  readonly low: Rates;
  readonly high: Rates;
}

/** Why there is no price, and what to do about it. */
export interface Unpriced {
  readonly priced: false;
  readonly reason: 'unknown-model' | 'no-offer' | 'not-yet' | 'retired' | 'missing-rate';
  /** Meters that were used and have no rate; only with `missing-rate`. */
  readonly missing: readonly Meter[];
  /** Known ids that look like the unknown one. */
  readonly nearest: readonly string[];
  /** The model that its seller names in its place. */
  readonly successor?: string;
  /** All of them, the closest first. */
  readonly successors: readonly string[];
  /** Providers that have a price for this model at this instant. */
  readonly hosts: readonly string[];
  /** The reason as a sentence, with the way out. */
  readonly message: string;
  readonly warnings: readonly Warning[];
}

/** One meter of a bill: `quantity × rate / per = amount`, such as 2,000 × 60 / 1,000,000 = 0.12. */
export interface Line {
  readonly meter: Meter;
  readonly quantity: number;
  /** As the seller prints it, after the rules: a decimal, or a fraction where no decimal is finite. */
  readonly rate: string;
  /** How many units the rate buys: 1,000,000 tokens, 1,000 searches. */
  readonly per: number;
  /** Exact; rounded half-even at 18 places where no decimal is finite. */
  readonly amount: string;
}

/** Who named the instant of a bill: the caller, the reply, or nobody, so that it is now. */
export type BillClock = 'caller' | 'reply' | 'now';

/** What another model used on the way, and its bill at its own price. */
export interface OtherBill extends ModelUsage {
  readonly bill: Bill;
}

/** What some quantities cost, or why that is not known. */
export type Bill =
  | {
      readonly priced: true;
      readonly currency: Currency;
      /** The sum of the lines, exactly. */
      readonly total: string;
      /** The total as a number, of US dollars only. */
      readonly usd?: number;
      /** The same quantities at the cheapest and at the dearest hour, where `price.band` is present. */
      readonly band?: { readonly low: string; readonly high: string };
      /** US dollars that the provider itself says it charged, where the usage has it. */
      readonly billed?: string;
      /** Of a reply: who named the instant, which is `price.at`. */
      readonly clock?: BillClock;
      /** Of a reply: what other models used on the way. It is not in `total`. */
      readonly others?: readonly OtherBill[];
      readonly quantities: Quantities;
      readonly lines: readonly Line[];
      readonly price: PriceInForce;
      readonly warnings: readonly Warning[];
    }
  | {
      readonly priced: false;
      readonly billed?: string;
      readonly clock?: BillClock;
      readonly others?: readonly OtherBill[];
      readonly quantities: Quantities;
      readonly price: Unpriced;
      /** The lines of the meters that do have a rate, where `price.reason` is `missing-rate`: not the whole bill, so they have no sum. */
      readonly lines?: readonly Line[];
      readonly warnings: readonly Warning[];
    };

/** Where the prices come from, and what time it is. */
export interface BillerOptions {
  /** Default: the table in the package. */
  readonly prices?: PriceTable | undefined;
  /** Default: the real clock. */
  readonly now?: (() => Date) | undefined;
}

/** A model, and the conditions of the call. */
export type PriceReference = Conditions & { readonly model: ModelId };

/** The same, of a call whose reply has come; `shape` names its shape where it should not be detected. */
export type UsageReference = PriceReference & Pick<UsageOptions, 'shape'>;

/** Prices and bills from one table and one clock. */
export interface Biller {
  priceOf(model: ModelId, when?: Conditions & { readonly strict?: boolean }): PriceInForce | Unpriced;
  costOfUsage(usage: unknown, ref: UsageReference): Bill;
  billOf(quantities: Quantities, ref: PriceReference): Bill;
  now(): Date;
}
