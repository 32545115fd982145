import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PromptCostError } from '../../src/errors/index.js';
import { type UsageShape, usageOf } from '../../src/usage/index.js';

const SHAPES: readonly UsageShape[] = [
  'openai-chat',
  'openai-responses',
  'openai-images',
  'openai-audio',
  'deepseek',
  'mistral',
  'perplexity',
  'xai-chat',
  'xai-responses',
  'openrouter',
  'anthropic',
  'gemini',
  'bedrock',
  'cohere',
  'ollama',
  'ai-sdk-4',
  'ai-sdk-5',
  'ai-sdk-6',
  'meters',
];

const FIELDS = [
  'usage',
  'usageMetadata',
  'totalUsage',
  'response',
  'model',
  'created',
  'created_at',
  'output',
  'service_tier',
  'prompt_tokens',
  'completion_tokens',
  'total_tokens',
  'prompt_tokens_details',
  'completion_tokens_details',
  'cached_tokens',
  'reasoning_tokens',
  'citation_tokens',
  'seconds',
  'type',
  'input_tokens',
  'input_token_details',
  'cached_tokens_details',
  'audio_tokens',
  'output_tokens',
  'cache_creation',
  'iterations',
  'server_tool_use',
  'promptTokenCount',
  'promptTokensDetails',
  'candidates',
  'inputTokens',
  'inputTokenDetails',
  'cachedInputTokens',
  'raw',
  'cacheDetails',
  'billed_units',
  'cost',
  'cost_details',
  'cost_in_usd_ticks',
  'is_byok',
  '__proto__',
  'constructor',
];

const { reply } = fc.letrec((tie) => ({
  reply: fc.oneof(
    { maxDepth: 4 },
    fc.nat(9_999),
    fc.constantFrom(-1, 0.5, Number.NaN, Infinity, 2 ** 60, '12', '', null, undefined, true, 1n, 'batch'),
    fc.array(tie('reply'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...FIELDS), tie('reply')), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

test('whatever a reply holds, its counts are whole numbers (or seconds) from 0 up, or it is refused by a typed error', () => {
  let read = 0;
  fc.assert(
    fc.property(reply, fc.option(fc.constantFrom(...SHAPES), { nil: undefined }), (given, shape) => {
      try {
        const { quantities, conditions, billed, at, warnings } = usageOf(given, { shape });
        read++;
        for (const [meter, count] of Object.entries(quantities)) {
          const possible = meter === 'audioSecond' ? Number.isFinite : Number.isSafeInteger;
          expect(possible(count) && count >= 0).toBe(true);
        }
        for (const condition of Object.values(conditions)) expect(typeof condition).toBe('string');
        if (billed !== undefined) expect(billed).toMatch(/^\d+(\.\d+)?$/);
        if (at !== undefined) expect(new Date(at).toISOString()).toBe(at);
        for (const { message } of warnings) expect(message.length).toBeLessThan(400);
      } catch (error) {
        if (!(error instanceof PromptCostError)) throw error;
        expect(error.code).toBe('invalid-input');
        // Nothing here throws of itself: that would be our own mistake.
        expect(error.message).not.toContain('cannot be read');
        expect(error.message.length).toBeLessThan(500);
      }
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(500);
});

test('a reply of any depth and width is read or refused', () => {
  let deep: object = { prompt_tokens: 1 };
  for (let level = 0; level < 100_000; level++) deep = { response: deep };
  const wide = {
    iterations: Array.from({ length: 200_000 }, () => ({ type: 'compaction', input_tokens: 1 })),
    input_tokens: 1,
    output_tokens: 1,
  };
  expect(() => usageOf(deep)).toThrow(PromptCostError);
  expect(usageOf(wide).quantities).toEqual({ input: 200_001, output: 1 });
});
