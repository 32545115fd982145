import { expect, test } from 'vitest';
import { createEstimator } from '../../src/estimate/index.js';
import { cliffs } from '../../src/plan/index.js';
import { withPrices } from '../../src/prices/schema.js';
import { letterEncoding } from '../estimate/letter-encoding.js';
import { wav } from '../request/media/files.js';

const sound = { inlineData: { mimeType: 'audio/wav', data: wav(2) } };
const seller = { model: 'gemini-2.5-flash', provider: 'studio', output: 0, at: '2026-11-01' } as const;

/** A seller of sound at ten times the rate of text, of both at twice the price past a bound. */
function studio(bound: number): ReturnType<typeof createEstimator> {
  const prices = withPrices({
    seller: 'studio',
    currency: 'USD',
    sources: { list: { ref: 'list', date: '2026-11-01' } },
    rules: { long: { kind: 'multiply', by: '2', when: { promptTokens: { gt: bound } } } },
    offers: [
      {
        model: 'gemini-2.5-flash',
        periods: [
          {
            from: null,
            rates: { input: '1', cacheRead: '0.1', inputAudio: '10', output: '2' },
            rules: ['long'],
            sources: ['list'],
            checked: '2026-11-01',
          },
        ],
      },
    ],
  });
  return createEstimator({ prices, encodings: { gemma3: letterEncoding('letters') } });
}

function spoken(text: string): readonly unknown[] {
  return [{ role: 'user', parts: [{ text }, sound] }];
}

test('sound stays at its own rate on both sides of a cliff', async () => {
  const estimator = studio(80);
  const request = { ...seller, messages: spoken('x'.repeat(36)) };
  // 2 seconds of 32 tokens each, and 36 letters
  expect((await estimator.estimateCost(request)).tokens!.input.likely).toBe(100);
  // 36 × $2/M + 64 × $20/M, and not 16 × $1/M + 64 × $10/M
  expect(await cliffs(request, estimator, 1)).toMatchObject([{ tokensOver: 20, extra: '0.000696' }]);
  expect(await cliffs({ ...request, calls: 2 }, estimator, 1)).toMatchObject([{ extra: '0.001392' }]);
});

test('before a cliff, the next token is one of text', async () => {
  const request = { ...seller, messages: spoken('x'.repeat(36)) };
  // 41 × $2/M + 64 × $20/M, and not 40 × $1/M + 64 × $10/M
  expect(await cliffs(request, studio(104))).toMatchObject([{ tokensOver: -4, extra: '0.000682' }]);
});

test('of a shorter prompt, cached text goes after the rest of it and before sound', async () => {
  const request = { ...seller, messages: spoken('x'.repeat(36)), cachedInput: 20 };
  // 20 × $0.2/M + 16 × $2/M + 64 × $20/M, and not 16 × $0.1/M + 64 × $10/M
  expect(await cliffs(request, studio(80), 1)).toMatchObject([{ extra: '0.0006744' }]);
});

test('sound that alone is past the bound is cut to it', async () => {
  // 1 × $2/M + 64 × $20/M, and not 50 × $10/M
  expect(await cliffs({ ...seller, messages: spoken('x') }, studio(50), 1)).toMatchObject([
    { extra: '0.000782' },
  ]);
});
