import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertQuantities } from '../../src/usage/index.js';
import { quantitiesOf } from './quantities-of.js';

describe('quantitiesOf', () => {
  it('takes cached tokens out of the input of a Chat reply', () => {
    // as DeepSeek reports it: 563 = 512 hit + 51 miss
    const usage = {
      prompt_tokens: 563,
      completion_tokens: 116,
      total_tokens: 679,
      prompt_tokens_details: { cached_tokens: 512 },
      prompt_cache_hit_tokens: 512,
      prompt_cache_miss_tokens: 51,
    };
    expect(quantitiesOf(usage)).toEqual({
      quantities: { input: 51, output: 116, cacheRead: 512 },
      warnings: [],
    });
  });

  it('takes cached and cache-written tokens out of the input of a Responses reply', () => {
    const usage = {
      input_tokens: 10_000,
      input_tokens_details: { cached_tokens: 8_576, cache_write_tokens: 24 },
      output_tokens: 638,
      output_tokens_details: { reasoning_tokens: 576 },
      total_tokens: 10_638,
    };
    expect(quantitiesOf(usage)).toEqual({
      quantities: { input: 1_400, output: 638, cacheRead: 8_576, cacheWrite: 24 },
      warnings: [],
    });
  });

  it('leaves reasoning inside the output when the total says so', () => {
    const usage = {
      prompt_tokens: 10,
      completion_tokens: 300,
      total_tokens: 310,
      completion_tokens_details: { reasoning_tokens: 250 },
    };
    expect(quantitiesOf(usage).quantities).toEqual({ input: 10, output: 300 });
  });

  it('adds reasoning to the output when the total says that it is besides', () => {
    // as xAI's Chat API reports it: 291 + 11 + 204 = 506
    const usage = {
      prompt_tokens: 291,
      completion_tokens: 11,
      total_tokens: 506,
      prompt_tokens_details: { cached_tokens: 244 },
      completion_tokens_details: { reasoning_tokens: 204 },
    };
    expect(quantitiesOf(usage)).toEqual({
      quantities: { input: 47, output: 215, cacheRead: 244 },
      warnings: [],
    });
  });

  it('keeps audio apart from text', () => {
    const usage = {
      prompt_tokens: 81,
      completion_tokens: 72,
      prompt_tokens_details: { audio_tokens: 69, cached_tokens: 0 },
      completion_tokens_details: { audio_tokens: 60, reasoning_tokens: 0 },
    };
    expect(quantitiesOf(usage).quantities).toEqual({
      input: 12,
      output: 12,
      inputAudio: 69,
      outputAudio: 60,
    });
  });

  it('reads cached tokens where Mistral and Moonshot put them', () => {
    expect(
      quantitiesOf({ prompt_tokens: 70, completion_tokens: 12, num_cached_tokens: 69 }).quantities,
    ).toEqual({
      input: 1,
      output: 12,
      cacheRead: 69,
    });
    const twice = {
      prompt_tokens: 90,
      completion_tokens: 34,
      cached_tokens: 90,
      prompt_tokens_details: { cached_tokens: 90 },
    };
    expect(quantitiesOf(twice).quantities).toEqual({ input: 0, output: 34, cacheRead: 90 });
  });

  it('finds the usage inside a whole reply, and takes null for nothing', () => {
    const reply = {
      id: 'chatcmpl-1',
      model: 'o1',
      usage: { prompt_tokens: 4, total_tokens: 4, prompt_tokens_details: null },
    };
    expect(quantitiesOf(reply).quantities).toEqual({ input: 4, output: 0 });
  });

  it('takes plain quantities as they are', () => {
    expect(quantitiesOf({ input: 5, cacheWrite1h: 2, webSearch: 1, output: undefined })).toEqual({
      quantities: { input: 5, cacheWrite1h: 2, webSearch: 1 },
      warnings: [],
    });
  });

  it('warns of a report that contradicts itself, with both numbers', () => {
    // a live reply of 2026: 6,001 reasoning tokens in 6,000 output tokens
    const usage = {
      prompt_tokens: 951,
      completion_tokens: 6_000,
      total_tokens: 6_952,
      completion_tokens_details: { reasoning_tokens: 6_001 },
    };
    expect(quantitiesOf(usage).warnings).toMatchInlineSnapshot(`
      [
        {
          "code": "usage-total-mismatch",
          "message": "prompt_tokens (951) and completion_tokens (6000) do not add up to total_tokens (6952); billed as listed.",
        },
        {
          "code": "usage-reasoning-exceeds-output",
          "message": "reasoning_tokens (6001) exceed completion_tokens (6000), which should include them; billed as listed.",
        },
      ]
    `);
  });

  it('refuses parts that exceed their whole', () => {
    const usage = { prompt_tokens: 100, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 200 } };
    expect(() => quantitiesOf(usage)).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: prompt_tokens (100) cannot be less than its cached and cache-written tokens (200).]`,
    );
  });

  it.each([
    { prompt_tokens: -1, completion_tokens: 1 },
    { prompt_tokens: 1.5, completion_tokens: 1 },
    { prompt_tokens: Number.NaN, completion_tokens: 1 },
    { prompt_tokens: Infinity, completion_tokens: 1 },
    { prompt_tokens: 2 ** 60, completion_tokens: 1 },
    { prompt_tokens: '12', completion_tokens: 1 },
    { prompt_tokens: 12, prompt_tokens_details: 'none' },
    { input: -1 },
    { input: 1, tokens: 2 },
    JSON.parse('{"input":1,"__proto__":2}'),
    {},
    { usage: {} },
    { usage: { usage: { input: 1 } } },
    // Anthropic's input leaves the cached tokens out: another shape, not read yet
    [],
    null,
    undefined,
    'o1',
    12,
  ])('refuses %j', (usage) => {
    expect(() => quantitiesOf(usage)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('gives whole numbers from 0 up, or refuses', () => {
    const hostile = fc.oneof(
      fc.integer(),
      fc.double(),
      fc.constantFrom<unknown>(null, undefined, '1', 2 ** 53, {}),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (input, cached, output, reasoning) => {
        const usage = {
          prompt_tokens: input,
          completion_tokens: output,
          prompt_tokens_details: { cached_tokens: cached },
          completion_tokens_details: { reasoning_tokens: reasoning },
        };
        try {
          for (const count of Object.values(quantitiesOf(usage).quantities)) {
            expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
          }
        } catch (error) {
          expect(error).toMatchObject({ name: 'PromptCostError', code: 'invalid-input' });
        }
      }),
    );
  });
});

describe('assertQuantities', () => {
  it('lets hours have a fraction, and tokens none', () => {
    expect(() => assertQuantities({ codeExecutionHour: 0.25, cacheStorageTokenHour: 1.5 })).not.toThrow();
    expect(() => assertQuantities({ input: 0.25 })).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: input must be a whole number from 0 up, not 0.25.]`,
    );
  });
});
