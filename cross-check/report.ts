import { COMPARED, type Comparison } from './compare.js';
import { VOUCHED } from './market.js';
import type { PublishedList } from './sources.js';

/** A disagreement with its judgement, as it is recorded. */
export interface Judged {
  readonly source: string;
  readonly provider: string;
  readonly model: string;
  readonly meter: string;
  readonly theirs: string;
  readonly ours: string;
  readonly reason: string;
  readonly because: string;
}

/** What a reason means, in the order in which the report lists them. */
export const REASONS: Readonly<Record<string, string>> = {
  stale: 'a price that was, kept after it changed',
  retired: 'a price for what is sold no more, other than its last',
  earlier: 'the price that begins here later; some first days are approximate',
  'before ours': 'a price from before the first that is known here',
  condition: 'the price under a condition (peak hours, a long prompt, a tier) as the plain one',
  copied: 'the price of another model of the same seller',
  'floating id': 'an id that moves on, kept at the price of what it meant before',
  'another seller': 'the price of the maker under the name of a host',
  'another meter': 'the price of something else that the model bills, such as images',
  zero: '0 for unknown',
  undated: 'ours is pieced together from lists of other days',
  outvoted: 'one list against two or more that have ours',
  'two rows': 'the model twice in one list, once with our price',
  'no cache price': 'the price of input repeated for cached input',
  rounded: 'rounded to cents',
  swapped: 'input and output the other way round',
  slip: 'a slip of the pen',
  'wrong unit': 'a price of another unit',
};

/** A list and how it compares. */
export interface Compared extends Comparison {
  readonly list: PublishedList;
}

/** The lists that have a column in the table: those that price what several sellers sell. */
const COLUMNS = ['litellm', 'models.dev', 'genai-prices', 'langfuse', 'llm-prices', 'pi-ai', 'cline'];

/**
 * The page on how our prices compare with those of others.
 *
 * @param lists - All lists, compared.
 * @param judged - All disagreements.
 * @param asOf - The day of our prices.
 *
 * @returns Markdown.
 */
export function report(lists: readonly Compared[], judged: readonly Judged[], asOf: string): string {
  return `# Our prices against those of others

Written by \`npm run cross-check\`, from our prices of ${asOf} and ${lists.length} published lists. Every list is held against our price on its own
day: the plain price of input, output and cached input of each model at each seller that both have, in dollars a million tokens. Each
number that differs has a reason below; most are found by rule in our own history, a few are judged by hand. A number that differs and is
not recorded in \`fixtures/cross-check.json\` fails a test, and so does a record that no longer holds.

No reason that would excuse any number is taken on trust: of a price from before ours, an undated or outvoted one, one of a retired model, of a
sibling or of the maker, ours must be within twice and half of the median of the lists, of the same seller, else of any; or stand in the table
of prices vouched for by hand. A test makes every pieced-together price that never changed, and that a list agrees with, 10 times as high and 7
times as low, and each is found.

## The lists

| list | version | day | offers | numbers that agree | of models not sold then | that differ |
|---|---|---|--:|--:|--:|--:|
${lists.map(listRow).join('\n')}

## The reasons

| reason | it is | numbers |
|---|---|--:|
${reasonRows(judged).join('\n')}

## Ours against seven lists

Offers that three or more of these lists have. \`=\` agrees in all numbers that both have; a word is the reason why one differs; blank: not
in the list.

| offer | ${COLUMNS.join(' | ')} |
|---|${COLUMNS.map(() => '---|').join('')}
${offerRows(lists, judged).join('\n')}

## Vouched for by hand

Prices of ours that are further from the median of the lists, and what speaks for them.

| offer | ours | |
|---|---|---|
${VOUCHED.map(vouchedRow).join('\n')}

## Every number that differs

| list | offer | theirs | ours | reason |
|---|---|---|---|---|
${differenceRows(judged).join('\n')}
`;
}

function listRow({ list, cases, agreeing, outOfTime }: Compared): string {
  const agreed = [...agreeing.values()].reduce((sum, meters) => sum + meters.size, 0);
  return `| ${list.name} | \`${list.ref}\` | ${list.date} | ${agreeing.size} | ${agreed} | ${outOfTime} | ${cases.length} |`;
}

function reasonRows(judged: readonly Judged[]): string[] {
  return Object.entries(REASONS).flatMap(([reason, meaning]) => {
    const count = judged.filter((each) => each.reason === reason).length;
    return count === 0 ? [] : [`| ${reason} | ${meaning} | ${count} |`];
  });
}

function offerRows(lists: readonly Compared[], judged: readonly Judged[]): string[] {
  const columns = COLUMNS.map((name) => lists.find(({ list }) => list.name === name)!);
  const offers = new Set(columns.flatMap(({ agreeing }) => [...agreeing.keys()]));
  return [...offers].sort().flatMap((offer) => {
    if (columns.filter(({ agreeing }) => agreeing.has(offer)).length < 3) return [];
    const cells = columns.map(({ list, agreeing }) => {
      if (!agreeing.has(offer)) return '';
      const reasons = judged.filter(
        ({ source, provider, model }) => source === list.name && `${provider}/${model}` === offer,
      );
      return [...new Set(reasons.map(({ reason }) => reason))].join(', ') || '=';
    });
    return [`| ${offer} | ${cells.join(' | ')} |`];
  });
}

function vouchedRow({ provider, model, ours, because }: (typeof VOUCHED)[number]): string {
  const numbers = Object.entries(ours).map(([meter, rate]) => `${NAMES[meter]} ${rate}`);
  return `| ${provider}/${model} | ${numbers.join(', ')} | ${because} |`;
}

function differenceRows(judged: readonly Judged[]): string[] {
  const groups = new Map<string, Judged[]>();
  for (const each of judged) {
    const sentence = each.because.replace('It goes with its price of input. ', '');
    const key = [each.source, each.provider, each.model, each.reason, sentence].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].map(([key, group]) => {
    const [source, provider, model, reason, because] = key.split('\n');
    const ordered = [...group].sort((a, b) => order(a) - order(b));
    const numbers = (which: 'theirs' | 'ours'): string =>
      ordered.map((each) => `${NAMES[each.meter]} ${each[which]}`).join(', ');
    return `| ${source} | ${provider}/${model} | ${numbers('theirs')} | ${numbers('ours')} | ${reason}: ${because} |`;
  });
}

const NAMES: Readonly<Record<string, string>> = { input: 'in', output: 'out', cacheRead: 'cached' };

function order({ meter }: Judged): number {
  return (COMPARED as readonly string[]).indexOf(meter);
}
