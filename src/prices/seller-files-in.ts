import { reading } from '../errors/index.js';
import { providerId } from '../models/index.js';
import { jsonValue } from './json-value.js';
import { badModelName } from './model-name.js';
import { type Problem, plainDataProblem } from './plain-data.js';
import type { PriceList } from './price-list.js';
import { offerDataIn, offersIn, type SellerFile } from './seller-file.js';
import { sellerFileSchema } from './seller-file-schema.js';
import { stackedTooHigh } from './stacked-rates.js';
import type { Calendars } from './types.js';

/** Seller files that keep every rule, or what is wrong with them. */
export interface SellerFiles {
  /** Copies, without the offers of models that go by another name here. */
  readonly files: readonly SellerFile[];
  readonly problems: readonly Problem[];
  /** Offers whose model has no possible name: one that means another model here, or a slip of the pen. */
  readonly strangers: readonly Problem[];
}

/**
 * The seller files in what a caller passed on.
 *
 * @param given - One file, several in a list, or the JSON text of either.
 * @param calendars - The calendars that schedules may name.
 *
 * @returns Copies of the files, and every problem found in them.
 */
export function sellerFilesIn(given: unknown, calendars: Calendars): SellerFiles {
  const plain = plainData(given);
  if ('reason' in plain) return none(plain);
  const { value } = plain;
  return Array.isArray(value) ? several(value, calendars) : one(value, calendars, '');
}

/**
 * What a caller passed on, as plain data of a reasonable size.
 *
 * @param given - A value, or its JSON text.
 *
 * @returns The value, or why it is refused.
 */
export function plainData(given: unknown): { readonly value: unknown } | Problem {
  const parsed = typeof given === 'string' ? jsonValue(given) : { value: given };
  if ('reason' in parsed) return parsed;
  return reading('The prices', () => plainDataProblem(parsed.value)) ?? parsed;
}

/**
 * Several seller files at once, no offer in two of them.
 *
 * @param list - The files, plain data already.
 * @param calendars - The calendars that schedules may name.
 * @param at - Where the list stands.
 *
 * @returns As `sellerFilesIn`.
 */
export function several(list: readonly unknown[], calendars: Calendars, at = ''): SellerFiles {
  if (list.length === 0) return none({ path: at, reason: 'no seller at all' });
  const read = list.map((each, index) => one(each, calendars, at === '' ? String(index) : `${at}.${index}`));
  const files = read.flatMap((each) => each.files);
  const problems = read.flatMap((each) => each.problems);
  const strangers = read.flatMap((each) => each.strangers);
  const seen = new Set<string>();
  for (const file of files) {
    for (const { model } of offerDataIn(file)) {
      const id = `${file.seller}/${model}`;
      if (seen.has(id)) problems.push({ path: at, reason: `${id} is in two files` });
      seen.add(id);
    }
  }
  return { files, problems, strangers };
}

function one(value: unknown, calendars: Calendars, at: string): SellerFiles {
  const below = (...path: PropertyKey[]): string => [at, ...path.map(String)].filter(Boolean).join('.');
  const parsed = sellerFileSchema.safeParse(value);
  if (!parsed.success) {
    return none(
      ...parsed.error.issues.map(({ path, message }) => ({ path: below(...path), reason: message })),
    );
  }
  const { offers, lists, ...file } = parsed.data;
  const strangers = [
    ...offers.map(({ model }, index) => ({ model, path: below('offers', index, 'model') })),
    ...(lists ?? []).flatMap(({ since }, index) =>
      Object.entries(since).flatMap(([day, prices]) =>
        Object.keys(prices).map((model) => ({ model, path: below('lists', index, 'since', day, model) })),
      ),
    ),
  ].flatMap(({ model, path }) => {
    const reason = badModelName(model);
    return reason === undefined ? [] : [{ path, reason }];
  });
  const problems = Object.entries(file.rules ?? {}).flatMap(([name, { when }]) => {
    const calendar = when.schedule?.exceptCalendar;
    if (calendar === undefined || Object.hasOwn(calendars, calendar)) return [];
    const path = below('rules', name, 'when', 'schedule', 'exceptCalendar');
    return [{ path, reason: `no calendar is called ${calendar}` }];
  });
  const known = {
    ...file,
    // As a call's provider is: a price under another name of its seller would never be found.
    seller: providerId(file.seller),
    offers: offers.filter(({ model }) => badModelName(model) === undefined),
    ...(lists && { lists: lists.map(withoutStrangers) }),
  };
  return { files: [known], problems: [...problems, ...offersIn(known).flatMap(stackedTooHigh)], strangers };
}

function none(...problems: readonly Problem[]): SellerFiles {
  return { files: [], problems, strangers: [] };
}

function withoutStrangers(list: PriceList): PriceList {
  const since = Object.entries(list.since).map(([day, prices]) => {
    const known = Object.entries(prices).filter(([model]) => badModelName(model) === undefined);
    return [day, Object.fromEntries(known)] as const;
  });
  return { ...list, since: Object.fromEntries(since) };
}
