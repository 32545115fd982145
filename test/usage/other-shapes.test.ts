import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantitiesOf } from './quantities-of.js';

const sumOf = (quantities: object): number =>
  Object.values(quantities).reduce((sum: number, each: number) => sum + each, 0);
const tokens = fc.nat(1_000_000);

describe('a usage of Anthropic', () => {
  test('adds up with the cache apart, as a reply of claude-sonnet-5 has it', () => {
    const usage = {
      input_tokens: 6,
      output_tokens: 489,
      output_tokens_details: { thinking_tokens: 77 },
      cache_read_input_tokens: 20_443,
      cache_creation_input_tokens: 574,
      cache_creation: { ephemeral_1h_input_tokens: 0, ephemeral_5m_input_tokens: 574 },
      server_tool_use: { web_fetch_requests: 0, web_search_requests: 2 },
      service_tier: 'standard',
    };
    expect(quantitiesOf({ id: 'msg', usage })).toEqual({
      quantities: { input: 6, output: 489, cacheRead: 20_443, cacheWrite5m: 574, webSearch: 2 },
      warnings: [],
    });
  });

  test('without the split leaves the lifetime of what was written open', () => {
    const usage = {
      input_tokens: 105,
      output_tokens: 6_039,
      cache_read_input_tokens: 7_123,
      cache_creation_input_tokens: 7_345,
    };
    expect(quantitiesOf(usage).quantities).toEqual({
      input: 105,
      output: 6_039,
      cacheRead: 7_123,
      cacheWrite: 7_345,
    });
  });

  test('bills a compaction, which the totals leave out', () => {
    const iterations = [
      { type: 'compaction', input_tokens: 180_000, output_tokens: 3_500 },
      { type: 'message', input_tokens: 23_000, output_tokens: 1_000 },
    ];
    const usage = { input_tokens: 23_000, output_tokens: 1_000, cache_read_input_tokens: 0, iterations };
    // 23,000 + 180,000 and 1,000 + 3,500; the message is in the totals already
    expect(quantitiesOf(usage).quantities).toEqual({ input: 203_000, output: 4_500 });
  });

  test('warns where the split holds more than the whole', () => {
    const usage = {
      cache_creation_input_tokens: 10,
      cache_creation: { ephemeral_5m_input_tokens: 30 },
      output_tokens: 1,
    };
    const { quantities, warnings } = quantitiesOf(usage);
    expect(quantities).toEqual({ input: 0, output: 1, cacheWrite5m: 30 });
    expect(warnings.map(({ code }) => code)).toEqual(['usage-total-mismatch']);
  });

  test('never loses a token', () => {
    fc.assert(
      fc.property(tokens, tokens, tokens, tokens, tokens, (input, output, read, fiveMinutes, hour) => {
        const cache_creation = { ephemeral_5m_input_tokens: fiveMinutes, ephemeral_1h_input_tokens: hour };
        const { quantities } = quantitiesOf({
          input_tokens: input,
          output_tokens: output,
          cache_read_input_tokens: read,
          cache_creation_input_tokens: fiveMinutes + hour,
          cache_creation,
        });
        expect(sumOf(quantities)).toBe(input + output + read + fiveMinutes + hour);
      }),
    );
  });
});

describe('a usage of Gemini', () => {
  test('puts modalities, their cached parts and the thoughts where they are billed', () => {
    const usageMetadata = {
      promptTokenCount: 3_297,
      promptTokensDetails: [
        { modality: 'TEXT', tokenCount: 83 },
        { modality: 'VIDEO', tokenCount: 2_893 },
        { modality: 'AUDIO', tokenCount: 321 },
      ],
      cachedContentTokenCount: 2_918,
      cacheTokensDetails: [
        { modality: 'AUDIO', tokenCount: 284 },
        { modality: 'TEXT', tokenCount: 73 },
        { modality: 'VIDEO', tokenCount: 2_561 },
      ],
      candidatesTokenCount: 55,
      thoughtsTokenCount: 95,
      totalTokenCount: 3_447,
    };
    // text 83 - 73 = 10, audio 321 - 284 = 37, video 2,893 - 2,561 = 332; cached 2,918 - 284 of audio = 2,634; output 55 + 95
    expect(quantitiesOf({ usageMetadata })).toEqual({
      quantities: {
        input: 10,
        output: 150,
        cacheRead: 2_634,
        cacheReadAudio: 284,
        inputAudio: 37,
        inputVideo: 332,
      },
      warnings: [],
    });
  });

  test('adds what tools put into the prompt, and keeps the images of the answer apart', () => {
    expect(
      quantitiesOf({
        promptTokenCount: 13,
        toolUsePromptTokenCount: 289,
        candidatesTokenCount: 194,
        totalTokenCount: 496,
      }),
    ).toEqual({ quantities: { input: 302, output: 194 }, warnings: [] });
    const drawn = {
      promptTokenCount: 33,
      candidatesTokenCount: 1_780,
      candidatesTokensDetails: [{ modality: 'IMAGE', tokenCount: 1_120 }],
      thoughtsTokenCount: 529,
      totalTokenCount: 2_342,
    };
    // 1,780 - 1,120 of the image + 529 of thoughts
    expect(quantitiesOf(drawn).quantities).toEqual({ input: 33, output: 1_189, outputImage: 1_120 });
  });

  test('without candidates, as for a refused prompt, has no output', () => {
    expect(quantitiesOf({ promptTokenCount: 14, totalTokenCount: 14 }).quantities).toEqual({
      input: 14,
      output: 0,
    });
  });

  test('that contradicts itself is told of, or refused', () => {
    const { warnings } = quantitiesOf({ promptTokenCount: 10, candidatesTokenCount: 5, totalTokenCount: 99 });
    expect(warnings.map(({ code }) => code)).toEqual(['usage-total-mismatch']);
    expect(() =>
      quantitiesOf({ promptTokenCount: 10, cachedContentTokenCount: 20 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: promptTokenCount (10) cannot be less than its cached and cache-written tokens (20).]`,
    );
    expect(() =>
      quantitiesOf({ promptTokenCount: 10, promptTokensDetails: 'TEXT' }),
    ).toThrowErrorMatchingInlineSnapshot(`[PromptCostError: promptTokensDetails must be a list of objects.]`);
  });
});

describe('a usage of Bedrock Converse', () => {
  test('adds up with the cache apart, whichever of the two names it has', () => {
    const usage = {
      inputTokens: 22,
      outputTokens: 13,
      totalTokens: 2_527,
      cacheReadInputTokens: 0,
      cacheReadInputTokenCount: 0,
      cacheWriteInputTokens: 2_492,
      cacheWriteInputTokenCount: 2_492,
      serverToolUsage: {},
    };
    expect(quantitiesOf({ usage })).toEqual({
      quantities: { input: 22, output: 13, cacheWrite: 2_492 },
      warnings: [],
    });
    const details = {
      cacheWriteInputTokens: 100,
      cacheDetails: [
        { ttl: '1h', inputTokens: 60 },
        { ttl: '5m', inputTokens: 40 },
      ],
    };
    expect(quantitiesOf({ inputTokens: 1, outputTokens: 2, ...details }).quantities).toEqual({
      input: 1,
      output: 2,
      cacheWrite5m: 40,
      cacheWrite1h: 60,
    });
  });
});
