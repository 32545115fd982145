import { describe, expect, it } from 'vitest';
import { createBiller } from '../../src/bill/index.js';
import type { Quantities } from '../../src/meters/index.js';
import type { Conditions } from '../../src/models/index.js';
import { withPrices } from '../../src/prices/schema.js';

const { billOf } = createBiller({ now: () => new Date('2026-11-24T05:00:00Z') });
const MILLION_EACH = { input: 1_000_000, output: 1_000_000 };

/** What some quantities cost, at an instant. By default a million tokens in and a million out. */
function total(
  model: string,
  at: string | undefined,
  quantities: Quantities = MILLION_EACH,
  more: Conditions = {},
): string {
  const bill = billOf(quantities, { model, at, ...more });
  return bill.priced ? bill.total : bill.price.reason;
}

describe('DeepSeek', () => {
  it.each([
    ['2025-01-25T20:00Z', '2.74'], // no off-peak hours yet: 0.55 + 2.19
    ['2025-06-01T02:00Z', '2.74'],
    ['2025-06-01T20:00Z', '0.685'], // 0.135 + 0.55
    ['2025-09-05T15:59:59Z', '2.74'],
    ['2025-09-05T16:00Z', '2.24'],
    ['2025-09-10T02:00Z', '2.24'], // V3.1: 0.56 + 1.68
    ['2025-10-15T02:00Z', '0.7'], // V3.2: 0.28 + 0.42
    ['2026-07-24T15:59:59Z', '0.42'], // V4-Flash: 0.14 + 0.28
    ['2026-07-24T16:00Z', 'retired'],
    [undefined, 'retired'], // today
  ])('follows the floating deepseek-reasoner: %s costs %s', (at, cost) => {
    expect(total('deepseek-reasoner', at)).toBe(cost);
  });

  it.each([
    ['2026-07-01T02:00Z', '1.305'], // 0.435 + 0.87
    ['2026-08-17T02:00Z', '5.28'], // peak: (0.66 + 1.98) × 2
    ['2026-08-22T02:00Z', '5.28'], // a Saturday before the rule for weekends
    ['2026-08-29T02:00Z', '2.64'], // a Saturday
    ['2026-09-07T02:00Z', '5.28'], // a Monday
    ['2026-09-25T02:00Z', '2.64'], // Mid-Autumn Festival, a Friday
    ['2026-11-23T03:59:59Z', '5.28'], // 11:59:59 in Beijing
    ['2026-11-23T04:00Z', '2.64'],
    ['2026-11-23T06:00Z', '5.28'],
    ['2026-11-23T10:00Z', '2.64'],
  ])('follows the peak hours of deepseek-v4-pro: %s costs %s', (at, cost) => {
    expect(total('deepseek-v4-pro', at)).toBe(cost);
  });

  it('moved its aliases and R1 to a new list at 16:00Z of one day', () => {
    expect(total('deepseek-r1', '2025-09-05T15:59:59.999Z')).toBe('2.74');
    expect(total('deepseek-r1', '2025-09-05T16:00Z')).toBe('retired');
    expect(total('deepseek-chat', '2025-02-08T15:59:59Z')).toBe('0.42'); // 0.14 + 0.28
    expect(total('deepseek-chat', '2025-02-08T16:00Z')).toBe('1.37'); // 0.27 + 1.10
  });

  it('changes by the minute around its night, and around its day of two halves', () => {
    expect(total('deepseek-r1', '2025-06-01T16:29:59Z')).toBe('2.74');
    expect(total('deepseek-r1', '2025-06-01T16:30Z')).toBe('0.685');
    expect(total('deepseek-r1', '2025-06-02T00:29:59Z')).toBe('0.685');
    expect(total('deepseek-r1', '2025-06-02T00:30Z')).toBe('2.74');
    expect(total('deepseek-v4-pro', '2026-08-16T15:59:59Z')).toBe('1.305');
    expect(total('deepseek-v4-pro', '2026-08-16T16:00Z')).toBe('2.64'); // midnight in Beijing
    expect(total('deepseek-v4-pro', '2026-10-07T02:00Z')).toBe('2.64'); // the last day of the National Day holidays
    expect(total('deepseek-v4-pro', '2026-10-08T02:00Z')).toBe('5.28');
  });

  it('cut cached input to a tenth at 20:15 in Beijing', () => {
    const cached = { cacheRead: 1_000_000 };
    expect(total('deepseek-v4-flash', '2026-04-26T12:14:59Z', cached)).toBe('0.028');
    expect(total('deepseek-v4-flash', '2026-04-26T12:15Z', cached)).toBe('0.0028');
  });
});

describe('OpenAI', () => {
  it('cut o3 by four fifths, cached input with it', () => {
    expect(total('o3', '2025-06-09T23:59:59Z', { cacheRead: 1_000_000 })).toBe('2.5');
    expect(total('o3', '2025-06-10', { cacheRead: 1_000_000 })).toBe('0.5');
    expect(total('o3', '2025-06-09')).toBe('50');
    expect(total('o3', '2025-06-10')).toBe('10');
  });

  it('cut the 5.6 family within weeks', () => {
    const out = { output: 1_000_000 };
    expect(total('gpt-5.6-sol', '2026-08-20T23:59:59Z', out)).toBe('30');
    expect(total('gpt-5.6-sol', '2026-08-21', out)).toBe('20');
    expect(total('gpt-5.6-luna', '2026-07-29', out)).toBe('6');
    expect(total('gpt-5.6-luna', '2026-07-30', out)).toBe('1.2');
  });

  it('bills a fine-tuned model at the rates of fine-tuned ones, whoever tuned it', () => {
    expect(total('ft:gpt-4o-2024-08-06:acme::AbC123', '2026-11-01')).toBe('18.75'); // (2.50 + 10) × 1.5
    expect(total('ft:gpt-4o-mini-2024-07-18:acme:bot:x', '2026-11-01')).toBe('1.5'); // (0.15 + 0.60) × 2
    expect(total('ft:o4-mini-2025-04-16:acme::x', '2026-11-01')).toBe('20'); // 4 + 16
    expect(total('ft:gpt-5', '2026-11-01')).toBe('no-offer');
    const batch = { serviceTier: 'batch' } as const;
    expect(total('ft:gpt-4o-2024-08-06', '2026-11-01', MILLION_EACH, batch)).toBe('9.375');
  });

  it('bills sound, pictures and tools by meters of their own', () => {
    // 1,000 × $2.50/M + 10,000 × $32/M + 2,000 × $64/M
    expect(total('gpt-audio', '2026-11-01', { input: 1_000, inputAudio: 10_000, outputAudio: 2_000 })).toBe(
      '0.4505',
    );
    expect(total('gpt-image-1.5', '2026-11-01', { input: 100, outputImage: 4_160 })).toBe('0.13362');
    expect(total('gpt-6.2-sol', '2026-11-18', { webSearch: 3, fileSearch: 2 })).toBe('0.035');
    expect(total('text-embedding-3-small', '2026-11-01', { input: 1_000_000 })).toBe('0.02');
  });

  it('bills realtime text at the price of its version, and a picture from the cache at its own', () => {
    expect(total('gpt-realtime-1.5', '2026-11-01', { output: 1_000_000 })).toBe('16');
    expect(total('gpt-realtime-2', '2026-11-01', { output: 1_000_000, cacheReadImage: 1_000_000 })).toBe(
      '24.5',
    );
  });

  it('bills sound by the second, at Groq ten at least, speech by the letter, and a search for the best by the request', () => {
    expect(total('whisper-1', '2026-11-01', { audioSecond: 60 })).toBe('0.006');
    expect(total('gpt-transcribe', '2026-11-01', { audioSecond: 60 })).toBe('0.0045');
    expect(total('whisper-large-v3', '2026-11-01', { audioSecond: 3_600 })).toBe('0.111');
    // 10 s × $0.04/h
    expect(total('whisper-large-v3-turbo', '2026-11-01', { audioSecond: 4 })).toBe('0.000111111111111111');
    expect(total('tts-1', '2026-11-01', { character: 1_000 })).toBe('0.015');
    expect(total('gpt-4o-mini-tts', '2026-11-01', { input: 1_000, outputAudio: 10_000 })).toBe('0.1206');
    expect(total('rerank-v3.5', '2026-11-01', { input: 5_000, request: 1 })).toBe('0.002');
  });

  it('halves a batch of pictures', () => {
    const batch = { serviceTier: 'batch' } as const;
    const pictures = { input: 1_000_000, inputImage: 1_000_000, outputImage: 1_000_000 };
    expect(total('gpt-image-2', '2026-11-01', pictures, batch)).toBe('21.5'); // (5 + 8 + 30) / 2
  });

  it.each([
    ['o1-preview', '2025-07-27', '75', '2025-07-28'],
    ['o1-mini', '2025-10-26', '5.5', '2025-10-27'],
    ['gpt-3.5-turbo-0613', '2024-09-12', '3.5', '2024-09-13'],
    ['gpt-4-32k', '2025-06-05', '180', '2025-06-06'],
    ['davinci-002', '2026-09-27', '4', '2026-09-28'],
    ['gpt-4o-realtime-preview', '2026-05-06', '25', '2026-05-07'],
  ])('sold %s on %s, and no more the day after', (model, last, cost, gone) => {
    expect(total(model, last)).toBe(cost);
    expect(total(model, gone)).toBe('retired');
  });

  it('bills a container of 1 GB by the minute, for five minutes at least', () => {
    // 1/12 hour × $0.09, and a quarter of an hour in one of 4 GB
    expect(total('gpt-6.2-sol', '2026-11-18', { codeExecutionHour: 0.01 })).toBe('0.0075');
    expect(total('gpt-6.2-sol', '2026-11-18', { codeExecutionHour: 4 * 0.25 })).toBe('0.09');
    expect(total('gpt-6.2-sol', '2026-11-18', { session: 1 })).toBe('missing-rate');
  });

  it('bills GPT-5.5 in a hurry at two and a half times', () => {
    expect(total('gpt-5.5', '2026-11-01', { output: 1_000_000 }, { serviceTier: 'priority' })).toBe('75');
  });

  it('bills the whole request at the tier of its size, to the token, in Europe and at flex', () => {
    const flexEu = { serviceTier: 'flex', region: 'eu' } as const;
    // 271,999 × $5/M × 1/2 × 1.1 and 272,000 × $10/M × 1/2 × 1.1
    expect(total('gpt-5.6-sol', '2026-08-01', { input: 271_999 }, flexEu)).toBe('0.74799725');
    expect(total('gpt-5.6-sol', '2026-08-01', { input: 272_000 }, flexEu)).toBe('1.496');
    // gpt-6 counts exactly 272,000 as short
    expect(total('gpt-6-sol', '2026-11-01', { input: 200_000, cacheRead: 72_000 })).toBe('0.4144');
    expect(total('gpt-6-sol', '2026-11-01', { input: 200_001, cacheRead: 72_000 })).toBe('0.828804');
  });
});

describe('Anthropic', () => {
  it('bills Haiku 5.5 five times as high from token 100,001 on, for the whole request', () => {
    // 100,000 × $0.10/M + 10 × $0.50/M, and 60,000 × $0.50/M + 40,001 × $0.05/M + 10 × $2.50/M
    expect(total('claude-haiku-5-5', '2026-11-01', { input: 100_000, output: 10 })).toBe('0.010005');
    expect(total('claude-haiku-5-5', '2026-11-01', { input: 60_000, cacheRead: 40_001, output: 10 })).toBe(
      '0.03202505',
    );
  });

  it.each([
    ['claude-2.1', '2025-07-20', '32', '2025-07-21'],
    ['claude-3-sonnet', '2025-07-20', '18', '2025-07-21'],
    ['claude-3-5-sonnet', '2025-10-27', '18', '2025-10-28'],
    ['claude-3-5-haiku', '2026-02-18', '4.8', '2026-02-19'],
  ])('sold %s on %s, and no more the day after', (model, last, cost, gone) => {
    expect(total(model, last)).toBe(cost);
    expect(total(model, gone)).toBe('retired');
  });

  it('bills the session of its two worked examples', () => {
    expect(total('claude-opus-5', '2026-08-21', { input: 50_000, output: 15_000, session: 1 })).toBe('0.705');
    const cached = { input: 10_000, cacheRead: 40_000, output: 15_000, session: 1 };
    expect(total('claude-opus-5', '2026-08-21', cached)).toBe('0.525');
  });

  it('bills a container for five minutes at least', () => {
    // 1/12 hour × $0.05, and half an hour × $0.05
    expect(total('claude-opus-5', '2026-11-01', { codeExecutionHour: 0.01 })).toBe('0.004166666666666667');
    expect(total('claude-opus-5', '2026-11-01', { codeExecutionHour: 0.5 })).toBe('0.025');
  });

  it('called off the rise of Sonnet 5', () => {
    expect(total('claude-sonnet-5', '2026-08-31T23:59:59Z')).toBe('12');
    expect(total('claude-sonnet-5', '2026-09-01')).toBe('12');
  });
});

describe('Google', () => {
  it.each(['gemini-3.6-flash', 'gemini-3.7-flash', 'gemini-3.8-flash'])(
    'ends the promotion of %s',
    (model) => {
      expect(total(model, '2026-12-31T23:59:59Z')).toBe('4.5'); // 0.75 + 3.75
      expect(total(model, '2027-01-01')).toBe('9'); // 1.50 + 7.50
    },
  );

  it('serves Gemini 2.5 by newer models at their prices, from 1 December 2026', () => {
    const long = { input: 300_000, output: 0 };
    expect(total('gemini-2.5-pro', '2026-11-30T23:59:59Z', long)).toBe('0.75'); // × $2.50/M
    expect(total('gemini-2.5-pro', '2026-12-01', long)).toBe('0.225'); // × $0.75/M, long or not
    expect(total('gemini-2.5-pro', '2027-01-01', long)).toBe('0.45');
    expect(total('gemini-2.5-flash', '2026-12-01', { inputAudio: 1_000_000, output: 1_000_000 })).toBe('2.8');
  });

  it('bills a picture that Gemini makes by its tokens', () => {
    expect(total('gemini-2.5-flash-image', '2026-07-01', { outputImage: 1_290 })).toBe('0.0387');
    expect(total('gemini-3-pro-image', '2026-11-01', { outputImage: 1_120 })).toBe('0.1344');
  });

  it('doubles Gemini 4 Argon on 1 December 2026', () => {
    expect(total('gemini-4-argon', '2026-11-30T23:59:59Z')).toBe('12');
    expect(total('gemini-4-argon', '2026-12-01')).toBe('24');
  });

  it('charged more for all output of the preview of 2.5 Flash while it thought', () => {
    const out = { output: 1_000_000 };
    expect(total('gemini-2.5-flash', '2025-05-01', out)).toBe('0.6');
    expect(total('gemini-2.5-flash', '2025-05-01', out, { thinking: true })).toBe('3.5');
    expect(total('gemini-2.5-flash', '2025-06-17', out, { thinking: true })).toBe('2.5');
  });

  it('stores two million cached tokens for an hour', () => {
    expect(total('gemini-3.8-flash', '2026-11-23', { cacheStorageTokenHour: 2_000_000 })).toBe('1');
  });
});

describe('lists in another currency', () => {
  it('are sellers of their own, never converted', () => {
    const bill = billOf(MILLION_EACH, { model: 'mistral-medium-3.5', provider: 'mistral-eu' });
    expect(bill).toMatchObject({ priced: true, currency: 'EUR', total: '7.65' }); // 1.25 + 6.40
    expect(bill).not.toHaveProperty('usd');
    expect(total('mistral-medium-3.5', '2026-11-24')).toBe('9'); // 1.50 + 7.50 dollars
  });

  it('follow the same clock', () => {
    const cn = { provider: 'deepseek-cn' };
    expect(total('deepseek-r1', '2025-06-01T20:00Z', MILLION_EACH, cn)).toBe('5'); // 1 + 4
    expect(total('deepseek-r1', '2025-06-01T12:00Z', MILLION_EACH, cn)).toBe('20'); // 4 + 16
    expect(total('deepseek-v4-pro', '2026-11-23T02:00Z', MILLION_EACH, cn)).toBe('36'); // (4.5 + 13.5) × 2
    expect(total('deepseek-v4-pro', '2026-11-23T04:00Z', MILLION_EACH, cn)).toBe('18');
    expect(total('deepseek-v4.1-flash', '2026-10-31T16:00Z', { webSearch: 1_000 }, cn)).toBe('5');
    expect(total('deepseek-v4.1-flash', '2026-10-31T15:59Z', { webSearch: 1_000 }, cn)).toBe('missing-rate');
  });

  it('price GLM by the length of the reply as well: 199 tokens are short, 200 are not', () => {
    const bill = (input: number, output: number): string =>
      total('glm-4.7', '2026-11-01', { input, output }, { provider: 'zai-cn' });
    expect(bill(10_000, 199)).toBe('0.021592'); // 10,000 × ¥2/M + 199 × ¥8/M
    expect(bill(10_000, 200)).toBe('0.0328'); // 10,000 × ¥3/M + 200 × ¥14/M
    expect(bill(31_999, 200)).toBe('0.098797');
    expect(bill(32_000, 199)).toBe('0.131184'); // 32,000 × ¥4/M + 199 × ¥16/M
    expect(total('glm-5.3', '2026-11-01', { cacheStorageTokenHour: 1_000_000 }, { provider: 'zai-cn' })).toBe(
      '0',
    );
  });
});

describe('Z.ai', () => {
  it('ended the promotion of GLM-5.3-Flash at midnight in Beijing', () => {
    expect(total('glm-5.3-flash', '2026-09-09T15:59:59Z')).toBe('0.325');
    expect(total('glm-5.3-flash', '2026-09-09T16:00Z')).toBe('0.65');
  });
});

describe('a rate without a finite decimal', () => {
  it('is kept as a fraction: three million tokens at a twelfth are exactly a quarter', () => {
    const twelfth = withPrices({
      seller: 'openai',
      currency: 'USD',
      sources: { test: { ref: 'this test', date: '2026-01-01' } },
      offers: [
        {
          model: 'o1',
          periods: [{ from: null, rates: { cacheWrite: '1/12' }, sources: ['test'], checked: '2026-01-01' }],
        },
      ],
    });
    const { billOf: bill } = createBiller({ prices: twelfth });
    expect(bill({ cacheWrite: 3_000_000 }, { model: 'o1' })).toMatchObject({ priced: true, total: '0.25' });
  });
});
