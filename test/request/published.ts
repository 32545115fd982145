import { readFileSync } from 'node:fs';
import { createEstimator, requestFrom, type TokenCount } from '../../src/estimate/index.js';

/** A request whose tokens its provider printed. */
export interface PublishedCount {
  readonly name: string;
  readonly source: string;
  readonly body: { readonly model: string };
  /** What the provider counted. */
  readonly tokens: number;
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
    const error = likely === tokens ? '0' : `${likely > tokens ? '+' : '−'}${Math.abs(likely - tokens)}`;
    const range = low === high ? '' : `${low}–${high}`;
    const verdict = low <= tokens && tokens <= high ? exactness : `**outside**, ${exactness}`;
    return `| ${body.model} | ${name} | ${tokens} | ${likely} | ${error} | ${range} | ${verdict} |`;
  });
  return [head, ...(await Promise.all(rows))].join('\n');
}
