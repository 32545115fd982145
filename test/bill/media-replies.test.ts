import { expect, test } from 'vitest';
import { createBiller } from '../../src/bill/index.js';

const { costOfUsage } = createBiller({ now: () => new Date('2026-11-25T00:00:00Z') });

test('a Realtime reply is billed by what was spoken and what was cached', () => {
  const usage = {
    input_tokens: 132,
    output_tokens: 121,
    input_token_details: {
      text_tokens: 19,
      audio_tokens: 113,
      cached_tokens: 64,
      cached_tokens_details: { audio_tokens: 64 },
    },
    output_token_details: { text_tokens: 30, audio_tokens: 91 },
  };
  // a million: 19 × $4 + 49 × $32 + 64 × $0.40 + 30 × $16 + 91 × $64 = $7,973.60
  expect(costOfUsage(usage, { model: 'gpt-realtime' })).toMatchObject({ total: '0.0079736' });
});

test('what is cached of a Realtime prompt, untold, is billed as the dearer', () => {
  const usage = {
    input_tokens: 100,
    output_tokens: 0,
    input_token_details: { text_tokens: 40, audio_tokens: 60, cached_tokens: 60 },
  };
  const bill = costOfUsage(usage, { model: 'gpt-realtime' });
  // a million: 60 cached × $0.40, and 40 of the 60 of sound fresh × $32 = $1,304
  expect(bill).toMatchObject({ total: '0.001304' });
  expect(bill.warnings.map(({ code }) => code)).toContain('usage-parts-overlap');
});

test.each([
  // a million: 50 × $5 + 4,160 × $40, $32, $30
  ['gpt-image-1', '0.16665'],
  ['gpt-image-1.5', '0.13337'],
  ['gpt-image-2', '0.12505'],
])('a picture of %s is billed as a picture', (model, total) => {
  const usage = {
    input_tokens: 50,
    output_tokens: 4_160,
    total_tokens: 4_210,
    input_tokens_details: { text_tokens: 50, image_tokens: 0 },
  };
  expect(costOfUsage({ data: [], usage }, { model })).toMatchObject({ total });
});

test('Gemini’s cached sound is billed as sound where the reply does not say what was cached', () => {
  const usage = {
    promptTokenCount: 1_000,
    promptTokensDetails: [{ modality: 'AUDIO', tokenCount: 900 }],
    cachedContentTokenCount: 900,
    candidatesTokenCount: 0,
  };
  // a million: 100 of text cached × $0.03, 800 of sound cached × $0.10, 100 of sound fresh × $1
  expect(costOfUsage(usage, { model: 'gemini-2.5-flash' })).toMatchObject({ total: '0.000183' });
});
