import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MISSES, ourCount, PROVIDERS, publishedCounts, publishedTable } from './published.js';

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

  it('have the right likely number in six of seven examples without a schema or a grammar, and one within 2 % in the others', async () => {
    const plain = chats.filter(({ name }) => !/schema|grammar/.test(name));
    const errors = await Promise.all(
      plain.map(async (published) => {
        const { tokens } = await ourCount(published);
        return Math.abs(tokens - published.tokens) / published.tokens;
      }),
    );
    expect(errors.filter((error) => error === 0).length / errors.length).toBeGreaterThan(6 / 7);
    expect(Math.max(...errors)).toBeLessThan(0.02);
  });
});

it('docs/requests.md has the table as it is measured here', async () => {
  const docs = readFileSync(new URL('../../docs/requests.md', import.meta.url), 'utf8');
  expect(docs).toContain(await publishedTable());
});
