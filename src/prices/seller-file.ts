import type { Currency } from '../meters/index.js';
import { offersInList, type PriceList } from './price-list.js';
import type { Offer, Period, Rule, Source } from './types.js';

/** One file of `prices/data`: all that one seller offers, with its rules and sources named once. */
export interface SellerFile {
  /** For an editor, e.g. `"./node_modules/promptcost/schemas/prices.schema.json"`; not read. */
  readonly $schema?: string;
  readonly seller: string;
  /** The currency of its list. */
  readonly currency: Currency;
  /** Short name → where a price was read. */
  readonly sources: Readonly<Record<string, Source>>;
  /** Rule name → the rule. */
  readonly rules?: Readonly<Record<string, RuleData>>;
  readonly offers: readonly OfferData[];
  /** More offers, those that a row of a table says whole. */
  readonly lists?: readonly PriceList[];
}

export type RuleData = WithoutName<Rule>;
type WithoutName<T> = T extends unknown ? Omit<T, 'name'> : never;

export interface OfferData {
  readonly model: string;
  readonly periods: readonly PeriodData[];
}

/**
 * A period that names its rules and sources. `until` is open, `status` is `in-force`, there are no rules, and it was `checked` on the
 * newest day of its sources, unless it says so.
 */
export type PeriodData = Pick<Period, 'from' | 'rates'> &
  Partial<Pick<Period, 'until' | 'status' | 'minimum' | 'checked' | 'note'>> & {
    readonly rules?: readonly string[];
    readonly sources: readonly string[];
  };

/**
 * The offers of one seller, whole.
 *
 * @param file - A data file.
 *
 * @returns One offer a model, its periods with the rules and sources they name.
 */
export function offersIn(file: SellerFile): Offer[] {
  return offerDataIn(file).map(({ model, periods }) => ({
    id: `${file.seller}/${model}`,
    provider: file.seller,
    model,
    periods: periods.map((period) => {
      const sources = period.sources.map((name) => file.sources[name]!);
      return {
        until: null,
        status: 'in-force',
        checked: newest(sources),
        ...period,
        currency: file.currency,
        rules: (period.rules ?? []).map((name) => ({ name, ...file.rules![name]! })),
        sources,
      };
    }),
  }));
}

// ISO dates sort as strings.
function newest(sources: readonly Source[]): string {
  return sources.reduce((latest, { date }) => (date > latest ? date : latest), '');
}

/** The offers of a file, those of its lists after the others, each with the rules and sources still named. */
export function offerDataIn({ offers, lists = [] }: SellerFile): readonly OfferData[] {
  return [...offers, ...lists.flatMap(offersInList)];
}
