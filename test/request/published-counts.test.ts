import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEstimator, requestFrom } from '../../src/estimate/index.js';

interface PublishedCount {
  readonly name: string;
  readonly source: string;
  readonly body: { readonly model: string };
  /** What the provider counted. */
  readonly tokens: number;
}

const published = (file: string): readonly PublishedCount[] =>
  JSON.parse(readFileSync(new URL(`../../fixtures/requests/${file}.json`, import.meta.url), 'utf8'));

/** Where the provider counted less than was sent. A hold is larger than the bill then, never smaller. */
const MISSES = [
  'responses: instructions and an empty message',
  'responses: a tool that was cheaper than its text',
];

const { countTokens } = createEstimator();

describe.each(['openai', 'anthropic', 'gemini', 'xai'])('what %s counted', (file) => {
  it.each(published(file))('$name: $tokens, within the band', async ({ name, body, tokens }) => {
    const { low, high } = await countTokens(requestFrom(body), body.model);
    expect(high).toBeGreaterThanOrEqual(tokens);
    if (!MISSES.includes(name)) expect(low).toBeLessThanOrEqual(tokens);
  });
});

describe("OpenAI's chats", () => {
  const chats = published('openai').filter(({ name }) => !name.startsWith('responses'));

  it.each(chats)('$name: exact where they say so', async ({ body, tokens }) => {
    const count = await countTokens(requestFrom(body), body.model);
    if (count.exactness === 'exact') {
      expect(count).toMatchObject({ low: tokens, tokens, high: tokens });
    }
  });

  it.each([
    ['cookbook: messages, gpt-4o', 124],
    ['cookbook: messages, gpt-4', 129],
    ['cookbook: tools, gpt-4o', 101],
    ['cookbook: tools, gpt-4', 105],
  ])('%s: %i, exactly', async (name, tokens) => {
    const { body } = chats.find((each) => each.name === name)!;
    expect(await countTokens(requestFrom(body), body.model)).toMatchObject({
      low: tokens,
      tokens,
      high: tokens,
      exactness: 'exact',
    });
  });

  it('are exact in six of seven examples without a schema, and likely within 2 % in the others', async () => {
    const plain = chats.filter(({ name }) => !name.includes('schema'));
    const errors = await Promise.all(
      plain.map(async ({ body, tokens }) => {
        const count = await countTokens(requestFrom(body), body.model);
        return Math.abs(count.tokens - tokens) / tokens;
      }),
    );
    expect(errors.filter((error) => error === 0).length / errors.length).toBeGreaterThan(0.85);
    expect(Math.max(...errors)).toBeLessThan(0.02);
  });
});
