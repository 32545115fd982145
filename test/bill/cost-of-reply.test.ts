import { expect, test } from 'vitest';
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

test('the caller’s word goes before the reply’s, with a warning', () => {
  const reply = { ...million, inference_geo: 'us' };
  const bill = costOfUsage(reply, { model: 'claude-opus-5', region: 'global' });
  expect(bill).toMatchObject({ total: '5' });
  expect(
    bill.warnings.find(({ code }) => code === 'usage-condition-conflict')?.message,
  ).toMatchInlineSnapshot(`"The reply says region "us", the caller "global"; the price is the caller's."`);
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
