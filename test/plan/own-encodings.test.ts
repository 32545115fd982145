import { describe, expect, it } from 'vitest';
import { createEstimator, fromTiktoken, loadEncoding } from '../../src/entries/index.js';
import { lighterTexts, sharedPrefix, truncateToBudget } from '../../src/plan/index.js';

const at = '2026-01-15T12:00:00Z';
const PROMPT = 'Why is the sky blue, and the sunset red? '.repeat(400);
const LAYOUT = '{\n  "a": [\n    1,\n    2\n  ]\n}';

/** A vocabulary of one token a byte: a rank file with 256 lines. Its name is no bundled one's. */
const BYTES = Array.from({ length: 256 }, (_, byte) => `${btoa(String.fromCharCode(byte))} ${byte}`).join(
  '\n',
);
const mine = fromTiktoken(BYTES, '[^a]+|a');
const estimator = createEstimator({ encodings: { o200k_base: mine } });

describe('an estimator with encodings of its own', () => {
  it('cuts a prompt by them', async () => {
    const call = { model: 'gpt-5', prompt: PROMPT, output: 100, at } as const;
    const { request, estimate } = await truncateToBudget(call, '0.003', estimator);
    // $0.003 − 100 × $10/M = $0.002 is 1,600 tokens at $1.25/M, framing included
    expect(estimate.tokens!.input.high).toBe(1_600);
    expect(estimate.parts![0]!.tokens.likely).toBe(request.prompt.length);
    expect(PROMPT.startsWith(request.prompt)).toBe(true);
  });

  it('compares two requests by them', async () => {
    const { tokens } = await sharedPrefix(
      { prompt: PROMPT },
      { model: 'gpt-5', at, prompt: `${PROMPT}Well?` },
      estimator,
    );
    expect(tokens).toBe(PROMPT.length);
  });

  it('looks for lighter texts by them, and by the bundled ones without', async () => {
    const [best] = await lighterTexts(LAYOUT, 'gpt-5', estimator);
    // {"a":[1,2]} has 11 bytes.
    expect([best!.tokens, best!.saved]).toEqual([11, LAYOUT.length - 11]);
    const bundled = await loadEncoding('o200k_base');
    expect((await lighterTexts(LAYOUT, 'gpt-5'))[0]!.saved).toBe(
      bundled.count(LAYOUT) - bundled.count('{"a":[1,2]}'),
    );
    await expect(lighterTexts(LAYOUT, 'nobody-knows')).rejects.toMatchObject({ code: 'unknown-model' });
    // What stands in where a pack was not added.
    expect((await lighterTexts(LAYOUT, 'gemma-3-27b')).length).toBeGreaterThan(0);
  });
});

describe('an estimator with a hook that counts', () => {
  it.each([
    ['half of our tokens', 0.5],
    ['twice our tokens', 2],
  ])('cuts a prompt to what the hook says it costs: %s', async (_, factor) => {
    const encoding = await loadEncoding('o200k_base');
    const hook = async ({ prompt = '' }: { readonly prompt?: string | undefined }): Promise<number> =>
      Math.ceil(encoding.count(prompt) * factor);
    const estimator = createEstimator({ countTokens: hook });
    const call = { model: 'gpt-5', prompt: PROMPT, output: 100, at } as const;
    const { request, estimate } = await truncateToBudget(call, '0.003', estimator);
    expect(estimate.tokens!.input.high).toBe(1_600);
    // No token more: 1,600 is all that $0.002 pays for.
    expect(encoding.count(request.prompt)).toBe(1_600 / factor);
  });

  it('cuts messages by the hook, too', async () => {
    const estimator = createEstimator({ countTokens: async ({ messages = [] }) => messages.length * 1_000 });
    const messages = Array.from({ length: 9 }, (_, i) => ({
      role: i % 2 ? 'assistant' : 'user',
      content: `${i}`,
    }));
    // 9,000 × $1.25/M = $0.01125; the last five messages cost $0.00625
    const { request } = await truncateToBudget(
      { model: 'gpt-5', messages, output: 0, at },
      '0.007',
      estimator,
    );
    expect(request.messages).toEqual(messages.slice(4));
  });
});
