import { expect, it } from 'vitest';
import { createBudget } from '../../src/budget/index.js';
import { estimateCost, requestFrom } from '../../src/estimate/index.js';
import { publishedCounts } from '../request/published.js';
import { granted } from './granted.js';

const DAY = '2026-08-01';
const now = (): Date => new Date(`${DAY}T00:00:00Z`);
/** Sold no longer on that day, and then at another price. */
const GONE = ['claude-3-opus-latest', 'claude-sonnet-4'];

it.each(publishedCounts('anthropic').filter(({ body }) => !GONE.includes(body.model)))(
  '$name: the hold covers what Anthropic counted',
  async ({ body, tokens }) => {
    const request = { ...requestFrom(body), at: DAY, output: { max: 100 } };
    const budget = createBudget({ caps: [{ scope: 'org', limit: '10', per: 'total' }], now });
    const { held } = await granted(budget.reserve(request));
    const billed = await estimateCost({ model: body.model, input: tokens, output: 100, at: DAY });
    expect(billed.priced && Number(held) >= Number(billed.cost.high)).toBe(true);
  },
);

it('a denied call with a picture says how long an answer would be paid for', async () => {
  const image = { type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: 'low' } };
  const messages = [{ role: 'user', content: [{ type: 'text', text: 'What is it?' }, image] }];
  const budget = createBudget({ caps: [{ scope: 'org', limit: '0.001', per: 'total' }], now });
  const denied = await budget.reserve({ model: 'gpt-4o', messages, output: { max: 1_000 } });
  // 85 of the picture, 4 of the text and 7 around it at $2.5/M leave $0.00076, which pays for 76 tokens at $10/M.
  expect(denied).toMatchObject({ ok: false, reason: 'denied', affordableOutputTokens: 76 });
});
