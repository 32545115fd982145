import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mediaTokens } from '../../src/request/index.js';
import {
  MISSES,
  mediaTable,
  ourCount,
  PROVIDERS,
  publishedCounts,
  publishedMedia,
  publishedTable,
} from './published.js';

describe.each(PROVIDERS)('what %s counted', (provider) => {
  it.each(publishedCounts(provider))('$name: $tokens, within the band', async (published) => {
    const { low, high } = await ourCount(published);
    expect(high).toBeGreaterThanOrEqual(published.tokens);
    expect(low <= published.tokens).toBe(!MISSES.includes(published.name));
  });
});

describe("OpenAI's chats", () => {
  const chats = publishedCounts('openai').filter(({ name }) => !name.startsWith('responses'));

  it.each(chats)('$name: exact where they say so', async (published) => {
    const { low, tokens, high, exactness } = await ourCount(published);
    if (exactness === 'exact') expect([low, tokens, high]).toEqual(Array(3).fill(published.tokens));
  });

  it.each([
    ['cookbook: messages, gpt-4o', 124],
    ['cookbook: messages, gpt-4', 129],
    ['cookbook: tools, gpt-4o', 101],
    ['cookbook: tools, gpt-4', 105],
  ])('%s: %i, exactly', async (name, tokens) => {
    const count = await ourCount(chats.find((each) => each.name === name)!);
    expect(count).toMatchObject({ low: tokens, tokens, high: tokens, exactness: 'exact' });
  });

  it('have the right likely number in five of six examples without a schema, a grammar or a PDF, and one within 2 % in the others', async () => {
    const plain = chats.filter(({ name }) => !/schema|grammar|PDF/.test(name));
    const errors = await Promise.all(
      plain.map(async (published) => {
        const { tokens } = await ourCount(published);
        return Math.abs(tokens - published.tokens) / published.tokens;
      }),
    );
    expect(errors.filter((error) => error === 0).length / errors.length).toBeGreaterThan(5 / 6);
    expect(Math.max(...errors)).toBeLessThan(0.02);
  });
});

it.each(publishedMedia())(
  '$model: $name: $tokens, within the range',
  ({ media, model, tokens, less = 0 }) => {
    const { low, likely, high } = mediaTokens({ ...media, model }).tokens;
    expect([low <= tokens - less, tokens - less <= high]).toEqual([true, true]);
    // Of OpenAI's pictures the likely number is within 1.
    if (media.kind === 'image') expect(Math.abs(likely - tokens + less)).toBeLessThanOrEqual(1);
  },
);

it('docs/media.md has the table as it is measured here', () => {
  const docs = readFileSync(new URL('../../docs/media.md', import.meta.url), 'utf8');
  expect(docs).toContain(mediaTable());
});

it('docs/requests.md has the table as it is measured here', async () => {
  const docs = readFileSync(new URL('../../docs/requests.md', import.meta.url), 'utf8');
  expect(docs).toContain(await publishedTable());
});
