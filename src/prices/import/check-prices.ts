import type { Problem } from '../plain-data.js';
import { readFeed } from '../price-feed.js';
import { indexed, offersOf } from '../price-table.js';
import { offersIn } from '../seller-file.js';
import { plainData, sellerFilesIn } from '../seller-files-in.js';
import type { Offer } from '../types.js';
import { unlikeOthers } from '../unlike-others.js';
import { checkedOptions } from './checked-options.js';
import { field, fieldsOf, listOf } from './fields.js';
import type { Reader } from './foreign-row.js';
import { importRows } from './import-rows.js';
import { readGenaiPrices } from './read-genai-prices.js';
import { readLangfuse } from './read-langfuse.js';
import { readLiteLLM } from './read-litellm.js';
import { readLlmPrices } from './read-llm-prices.js';
import { readModelsDev } from './read-models-dev.js';
import { readOpenRouter } from './read-openrouter.js';
import type { Finding, ImportOptions } from './types.js';

/** What some prices are, and whether they can be used. */
export interface CheckedPrices {
  /** What they look like, e.g. `"a seller file"` or `"the list of LiteLLM"`. */
  readonly form: string;
  /** How many offers of how many sellers can be used. */
  readonly offers: number;
  readonly sellers: number;
  readonly findings: readonly Finding[];
}

const FEEDS: readonly (readonly [form: string, is: (feed: unknown) => boolean, read: Reader])[] = [
  ['genai-prices', (feed) => some(feed, 'models') && some(feed, 'id'), readGenaiPrices],
  ['Langfuse', (feed) => some(feed, 'pricingTiers'), readLangfuse],
  ['OpenRouter', (feed) => some(field(feed, 'data'), 'pricing'), readOpenRouter],
  ['llm-prices', (feed) => some(field(feed, 'prices'), 'vendor'), readLlmPrices],
  ['LiteLLM', (feed) => someField(feed, 'litellm_provider'), readLiteLLM],
  ['models.dev', (feed) => someField(feed, 'models'), readModelsDev],
];

/**
 * What is wrong with some prices, whoever wrote them: a seller file or several, a price feed, or one of the six lists that
 * are imported. All of it, not the first only.
 *
 * @param given - The prices, parsed or as JSON text.
 * @param options - Where and when they were read, and what they are held against.
 *
 * @returns Their form, how many offers can be used, and the findings; own prices are used whole or not at all.
 *
 * @example
 * ```ts
 * const list = {
 *   'wandb/meta-llama/Llama-3.3-70B-Instruct': {
 *     litellm_provider: 'wandb', mode: 'chat', input_cost_per_token: 0.135, output_cost_per_token: 0.54,
 *   },
 * };
 * const { form, offers, findings } = checkPrices(list, { source: { ref: 'BerriAI/litellm@1c191ffd', date: '2026-08-21' } });
 * form; // 'the list of LiteLLM'
 * offers; // 0
 * findings[0]; // { code: 'wrong-unit', verdict: 'refused', provider: 'wandb', message: 'input 135000 is above 1000, which nothing costs.', … }
 * ```
 */
export function checkPrices(given: unknown, options: ImportOptions): CheckedPrices {
  const { prices: table } = checkedOptions(options);
  const plain = plainData(given);
  if ('reason' in plain) return own('no prices', [], [plain]);
  const { value } = plain;
  if (field(value, 'seller') !== undefined || some(value, 'seller')) {
    const { files, problems, strangers } = sellerFilesIn(value, table.calendars);
    const offers = files.flatMap(offersIn);
    const unlike = offers.flatMap((offer) => unlikeOthers(offer, offersOf(table, offer.model)));
    const form = Array.isArray(value) ? 'seller files' : 'a seller file';
    return own(form, offers, [...problems, ...strangers, ...unlike]);
  }
  if (field(value, 'sellers') !== undefined || field(value, 'schemaVersion') !== undefined) {
    const read = readFeed(value);
    if (!('table' in read)) return own('a price feed', [], read);
    return own('a price feed', [...indexed(read.table).offers.values()].flat(), read.strangers);
  }
  for (const [form, is, read] of FEEDS) {
    if (!is(value)) continue;
    const { candidates, findings } = importRows(value, read, options);
    const offers = candidates.reduce((sum, { offers: each }) => sum + each.length, 0);
    return { form: `the list of ${form}`, offers, sellers: candidates.length, findings };
  }
  const known = FEEDS.map(([form]) => form).join(', ');
  return own(
    'no prices',
    [],
    [{ path: '', reason: `neither a seller file, nor a price feed, nor a list of ${known}` }],
  );
}

function own(form: string, offers: readonly Offer[], problems: readonly Problem[]): CheckedPrices {
  const good = problems.length === 0 ? offers : [];
  const findings = problems.map(
    ({ path, reason }): Finding => ({
      code: 'broken-rule',
      verdict: 'refused',
      provider: '',
      model: '',
      path,
      message: `${reason}.`,
    }),
  );
  return { form, offers: good.length, sellers: new Set(good.map(({ provider }) => provider)).size, findings };
}

function some(list: unknown, name: string): boolean {
  return listOf(list).some((each) => field(each, name) !== undefined);
}

function someField(feed: unknown, name: string): boolean {
  return fieldsOf(feed).some(([, each]) => field(each, name) !== undefined);
}
