import { readFileSync } from 'node:fs';
import { createEstimator, requestFrom, type TokenCount } from '../../src/estimate/index.js';
import { type Media, mediaTokens, type TokenRange } from '../../src/request/index.js';

/** A request whose tokens its provider printed. */
export interface PublishedCount {
  readonly name: string;
  readonly source: string;
  readonly body: { readonly model: string };
  /** What the provider counted. */
  readonly tokens: number;
}

/** A medium of which its provider printed the tokens, alone or with a message of `less` tokens around it. */
export interface PublishedMedium {
  readonly name: string;
  readonly source: string;
  readonly model: string;
  readonly media: Media;
  readonly tokens: number;
  readonly less?: number;
}

export const PROVIDERS = ['openai', 'anthropic', 'gemini', 'xai'] as const;

/** Where the provider counted less than was sent. A hold is larger than the bill then, never smaller. */
export const MISSES: readonly string[] = [
  'responses: instructions and an empty message',
  'responses: a tool that was cheaper than its text',
];

const estimator = createEstimator({ now: () => new Date('2026-11-01T00:00:00Z') });

/** The published counts of one provider, from `fixtures/requests`. */
export function publishedCounts(provider: string): readonly PublishedCount[] {
  const file = new URL(`../../fixtures/requests/${provider}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The published counts of media alone. */
export function publishedMedia(): readonly PublishedMedium[] {
  const file = new URL('../../fixtures/requests/media.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The table of `docs/media.md`. */
export function mediaTable(): string {
  const head = '| model | medium | provider | ours | error | range | |\n|---|---|--:|--:|--:|--:|---|';
  const rows = publishedMedia().map(({ name, model, media, tokens: all, less = 0 }) => {
    const { tokens, exact } = mediaTokens({ ...media, model });
    return row(model, name, all - less, tokens, exact ? 'exact' : '');
  });
  return [head, ...rows].join('\n');
}

/** Our count of the same request. */
export function ourCount({ body }: PublishedCount): Promise<TokenCount> {
  return estimator.countTokens(requestFrom(body), body.model);
}

/** The table of `docs/requests.md`: each published count beside ours. */
export async function publishedTable(): Promise<string> {
  const head = '| model | request | provider | ours | error | range | |\n|---|---|--:|--:|--:|--:|---|';
  const rows = PROVIDERS.flatMap((provider) => publishedCounts(provider)).map(async (published) => {
    const { name, body, tokens } = published;
    const { low, tokens: likely, high, exactness } = await ourCount(published);
    return row(body.model, name, tokens, { low, likely, high }, exactness);
  });
  return [head, ...(await Promise.all(rows))].join('\n');
}

function row(model: string, name: string, theirs: number, ours: TokenRange, label: string): string {
  const { low, likely, high } = ours;
  const error = likely === theirs ? '0' : `${likely > theirs ? '+' : '−'}${Math.abs(likely - theirs)}`;
  const range = low === high ? '' : `${low}–${high}`;
  const verdict = low <= theirs && theirs <= high ? label : `**outside**, ${label}`;
  return `| ${model} | ${name} | ${theirs} | ${likely} | ${error} | ${range} | ${verdict} |`;
}
