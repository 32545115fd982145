import { describe, expect, test } from 'vitest';
import { createBiller } from '../../src/bill/index.js';

const { costOfUsage } = createBiller({ now: () => new Date('2026-11-24T05:00:00Z') });
const codes = (bill: ReturnType<typeof costOfUsage>): string[] => bill.warnings.map(({ code }) => code);
const million = { input_tokens: 1_000_000, output_tokens: 0, cache_read_input_tokens: 0 };

test('a reply’s own tier, region and speed are priced', () => {
  const model = 'claude-opus-5';
  // $5 a million, × 1.1 in the US, × 2 fast, × 1/2 in a batch
  expect(costOfUsage(million, { model })).toMatchObject({ total: '5' });
  expect(costOfUsage({ ...million, inference_geo: 'us' }, { model })).toMatchObject({ total: '5.5' });
  expect(costOfUsage({ ...million, speed: 'fast' }, { model })).toMatchObject({ total: '10' });
  expect(costOfUsage({ ...million, service_tier: 'batch' }, { model })).toMatchObject({ total: '2.5' });
});

test('the caller’s region goes before the reply’s, with a warning', () => {
  const reply = { ...million, inference_geo: 'us' };
  const bill = costOfUsage(reply, { model: 'claude-opus-5', region: 'global' });
  expect(bill).toMatchObject({ total: '5' });
  expect(
    bill.warnings.find(({ code }) => code === 'usage-condition-conflict')?.message,
  ).toMatchInlineSnapshot(`"The reply says region "us", the caller "global"; the price is the caller's."`);
});

test('the tier that served a call is the reply’s, and is billed', () => {
  const usage = { prompt_tokens: 1_000, completion_tokens: 100 };
  const model = 'gpt-5.5';
  const asked = { model, serviceTier: 'priority' } as const;
  // 1,000 × $5/M + 100 × $30/M; priority is 2.5 times that
  const granted = costOfUsage({ service_tier: 'priority', usage }, asked);
  expect(granted).toMatchObject({ total: '0.02' });
  expect(codes(granted)).not.toContain('usage-condition-conflict');
  const downgraded = costOfUsage({ service_tier: 'default', usage }, asked);
  expect(downgraded).toMatchObject({ total: '0.008' });
  expect(
    downgraded.warnings.find(({ code }) => code === 'usage-condition-conflict')?.message,
  ).toMatchInlineSnapshot(
    `"The reply says serviceTier "standard", the caller "priority"; the price is the reply's, which served the call."`,
  );
  expect(costOfUsage({ service_tier: 'default', usage }, { model: `${model}:priority` })).toMatchObject({
    total: '0.008',
  });
  expect(costOfUsage({ service_tier: 'priority', usage }, { model, serviceTier: 'standard' })).toMatchObject({
    total: '0.02',
  });
  // What a reply does not say is the caller's.
  expect(costOfUsage({ usage }, asked)).toMatchObject({ total: '0.02' });
  expect(costOfUsage({ service_tier: 'auto', usage }, asked)).toMatchObject({ total: '0.02' });
});

test('capacity that was bought beforehand is billed at the list price, with a warning', () => {
  const bill = costOfUsage({ ...million, service_tier: 'priority' }, { model: 'claude-opus-5' });
  expect(bill).toMatchObject({ priced: true, total: '5' });
  expect(codes(bill)).toContain('usage-condition-unknown');
});

describe('the time of a bill', () => {
  const seconds = (instant: string): number => Date.parse(instant) / 1_000;
  const reply = (created: number): object => ({
    created,
    usage: { prompt_tokens: 100_000, completion_tokens: 0 },
  });
  const model = 'gpt-5.6-sol';

  test('is the reply’s own where the caller names none', () => {
    // 100,000 × $5/M in August, × $4/M at the time of the clock
    const bill = costOfUsage(reply(seconds('2026-08-01T00:00:00Z')), { model });
    expect(bill).toMatchObject({ total: '0.5', clock: 'reply', price: { at: '2026-08-01' } });
    expect(costOfUsage({ prompt_tokens: 100_000 }, { model })).toMatchObject({ total: '0.4', clock: 'now' });
  });

  test('is the caller’s where it names one', () => {
    const given = reply(seconds('2026-08-01T00:00:00Z'));
    const bill = costOfUsage(given, { model, at: '2026-11-24T05:00:00Z' });
    expect(bill).toMatchObject({ total: '0.4', clock: 'caller' });
    const then = costOfUsage(reply(seconds('2026-11-01T00:00:00Z')), { model, at: '2026-08-01T00:00:00Z' });
    expect(then).toMatchObject({ total: '0.5', clock: 'caller' });
  });

  test.each(['1970-01-01T00:00:00Z', '2019-12-31T23:59:59Z', '2026-11-25T05:00:01Z', '2999-01-01T00:00:00Z'])(
    'is now where the reply’s cannot be: %s',
    (instant) => {
      const bill = costOfUsage(reply(seconds(instant)), { model });
      expect(bill).toMatchObject({ total: '0.4', clock: 'now' });
      expect(codes(bill)).toContain('usage-time-ignored');
    },
  );

  test('may be a day ahead of the clock', () => {
    const bill = costOfUsage(reply(seconds('2026-11-25T05:00:00Z')), { model });
    expect(bill).toMatchObject({ clock: 'reply', price: { at: '2026-11-25T05:00:00Z' } });
  });

  test('is no secret where there was no price then', () => {
    const bill = costOfUsage(reply(seconds('2021-01-01T00:00:00Z')), { model });
    expect(bill).toMatchObject({ priced: false, clock: 'reply', price: { reason: 'not-yet' } });
  });
});

test('what an advisor of another model used has a bill of its own', () => {
  const usage = {
    input_tokens: 1_000,
    output_tokens: 100,
    iterations: [
      { type: 'message', input_tokens: 1_000, output_tokens: 100 },
      { type: 'advisor_message', model: 'claude-opus-5', input_tokens: 2_000, output_tokens: 200 },
    ],
  };
  const bill = costOfUsage(usage, { model: 'claude-haiku-4-5' });
  // 1,000 × $1/M + 100 × $5/M; of the advisor 2,000 × $5/M + 200 × $25/M
  expect(bill).toMatchObject({
    total: '0.0015',
    others: [{ model: 'claude-opus-5', bill: { priced: true, total: '0.015' } }],
  });
  expect(codes(bill)).toContain('usage-other-model');
  const hosted = costOfUsage(usage, { model: 'openrouter/anthropic/claude-haiku-4.5' });
  expect(hosted.others?.[0]?.bill).toMatchObject({ price: { provider: 'openrouter' } });
  expect(costOfUsage(million, { model: 'claude-haiku-4-5' })).not.toHaveProperty('others');
});

test('the searches of Gemini are billed by the query, those of its elder generation by the prompt', () => {
  const reply = {
    candidates: [{ groundingMetadata: { webSearchQueries: ['a', 'b', ''] } }],
    usageMetadata: { promptTokenCount: 1_000, candidatesTokenCount: 0 },
  };
  // 1,000 × $0.75/M + 2 × $14/1,000
  expect(costOfUsage(reply, { model: 'gemini-3.8-flash' })).toMatchObject({ total: '0.02875' });
  // 1,000 × $0.30/M + 1 × $35/1,000, at Vertex as well
  expect(costOfUsage(reply, { model: 'gemini-2.5-flash' })).toMatchObject({ total: '0.0353' });
  expect(costOfUsage(reply, { model: 'gemini-2.5-flash', provider: 'vertex' })).toMatchObject({
    total: '0.0353',
  });
  // 1,000 × $1.50/M × 1.8 + 2 × $14/1,000: a search costs the same in every tier
  const priority = { model: 'gemini-3.5-flash', provider: 'vertex', serviceTier: 'priority' } as const;
  expect(costOfUsage(reply, priority)).toMatchObject({ total: '0.0307' });
  // Without a rate for searches there is no total, and the lines of what has one.
  const unknown = costOfUsage(reply, { model: 'gemini-3.8-flash', provider: 'vertex' });
  expect(unknown).toMatchObject({ priced: false, price: { missing: ['webSearch'] } });
});

test('a batch is a batch although its lines are answered as standard', () => {
  const reply = { service_tier: 'default', usage: { prompt_tokens: 1_000_000, completion_tokens: 0 } };
  const batch = costOfUsage(reply, { model: 'gpt-4o-mini', serviceTier: 'batch' });
  expect(batch).toMatchObject({ total: '0.075' });
  expect(costOfUsage(reply, { model: 'openai/gpt-4o-mini:batch' })).toMatchObject({ total: '0.075' });
  expect(codes(batch)).not.toContain('usage-condition-conflict');
});

test('a charge that the prices do not give is told of', () => {
  const usage = { prompt_tokens: 10, completion_tokens: 0, cost_in_usd_ticks: 5_000_000 };
  const bill = costOfUsage(usage, { model: 'grok-3-mini', at: '2026-02-01' });
  // 10 × $0.30/M = $0.000003, of $0.0005 charged
  expect(bill).toMatchObject({ total: '0.000003', billed: '0.0005' });
  expect(bill.warnings.find(({ code }) => code === 'billed-otherwise')?.message).toMatchInlineSnapshot(
    `"The reply says that $0.0005 was charged, $0.000497 more than these prices give: fees, a discount, or another host's price."`,
  );
});

test('media that a price does not set apart are billed as text, and told of; sound that it does is not', () => {
  const reply = {
    modelVersion: 'gemini-2.5-flash',
    usageMetadata: {
      promptTokenCount: 17_713,
      promptTokensDetails: [
        { modality: 'TEXT', tokenCount: 16 },
        { modality: 'VIDEO', tokenCount: 15_780 },
        { modality: 'AUDIO', tokenCount: 1_917 },
      ],
      candidatesTokenCount: 100,
      thoughtsTokenCount: 1_176,
      totalTokenCount: 18_989,
    },
  };
  const bill = costOfUsage(reply, { model: 'gemini-2.5-flash', at: '2025-12-01' });
  // 15,796 × $0.30/M + 1,917 × $1/M + 1,276 × $2.50/M
  expect(bill).toMatchObject({ priced: true, total: '0.0098458' });
  const own = costOfUsage({ inputVideo: 1 }, { model: 'o1', at: '2026-01-01' });
  expect(own).toMatchObject({ priced: false, price: { missing: ['inputVideo'] } });
});

test('a shape may be named', () => {
  const usage = {
    prompt_tokens: 0,
    completion_tokens: 1_000_000,
    completion_tokens_details: { reasoning_tokens: 1_000_000 },
  };
  const at = '2026-02-01';
  expect(costOfUsage(usage, { model: 'grok-3-mini', at })).toMatchObject({ total: '0.5' });
  expect(costOfUsage(usage, { model: 'grok-3-mini', at, shape: 'xai-chat' })).toMatchObject({ total: '1' });
});
