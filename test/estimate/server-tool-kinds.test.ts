import { describe, expect, it } from 'vitest';
import { createEstimator, type EstimateRequest } from '../../src/estimate/index.js';
import { codes, counted, estimated, search, toolRequest } from './tool-request.js';

describe('other tools of a provider', () => {
  const feeOf = async (parts: Partial<EstimateRequest>) =>
    (await estimated(parts)).lines.find(({ meter }) => meter !== 'input' && meter !== 'output');

  it.each([
    // $2.50 per 1,000 file searches, $10 per 1,000 web searches, $14 per 1,000 of Gemini 3, $5 per 1,000 searches of X.
    ['gpt-5', { type: 'file_search', vector_store_ids: ['a'] }, 'fileSearch', 2, '0.005'],
    ['gpt-5', { type: 'web_search' }, 'webSearch', 2, '0.02'],
    ['gpt-5', { type: 'web_search_preview' }, 'webSearch', 2, '0.02'],
    ['gemini-3.1-pro', { googleSearch: {} }, 'webSearch', 2, '0.028'],
    ['grok-4.3', { type: 'x_search' }, 'xSearch', 2, '0.01'],
  ])('%s: %o is billed by %s', async (model, tool, meter, quantity, amount) => {
    expect(await feeOf({ model, tools: [tool], toolUses: 2 })).toMatchObject({ meter, quantity, amount });
  });

  it('a container is likely billed at its least, and at most for an hour', async () => {
    const tools = [{ type: 'code_interpreter', container: { type: 'auto' } }];
    const { serverTools } = await estimated({ model: 'gpt-5', tools, toolUses: { max: 3 } });
    expect(serverTools![0]).toMatchObject({
      meter: 'codeExecutionHour',
      quantity: { low: 0, likely: 0.05, high: 1 },
    });
    // Five minutes at $0.09 an hour.
    expect(await feeOf({ model: 'gpt-5', tools, toolUses: { max: 3 } })).toMatchObject({ amount: '0.0075' });
    expect(await feeOf({ model: 'gpt-5', tools, toolUses: { max: 3 }, calls: 4 })).toMatchObject({
      amount: '0.03',
    });
  });

  it('bounds of the tool itself bound what it gives', async () => {
    const model = 'gpt-5';
    const results = async (tool: object): Promise<unknown> => {
      const { parts = [] } = await estimated({ model, tools: [tool], toolUses: { max: 1 } });
      const prompt = await counted({ model, tools: [tool] });
      return parts.find(({ path }) => path === 'tools[0].results')!.tokens.high - prompt.high;
    };
    expect(await results({ type: 'file_search' })).toBe(16_000);
    expect(await results({ type: 'file_search', max_num_results: 5 })).toBe(4_000);
    expect(await results({ type: 'web_fetch_20250910', max_content_tokens: 1_000 })).toBe(1_000);
  });

  it('what Google finds is read once, and the prompt not again', async () => {
    const tools = [{ google_search: {} }];
    const { tokens } = await estimated({ model: 'gemini-3.1-pro', tools, toolUses: { max: 2 } });
    const prompt = await counted({ model: 'gemini-3.1-pro', tools });
    expect(tokens!.input).toEqual({
      low: prompt.low,
      likely: prompt.likely + 120,
      high: prompt.high + 6_000,
    });
  });

  it('searches that Google bills by the prompt are one, and need no bound', async () => {
    const { serverTools, warnings } = await estimated({
      model: 'gemini-2.5-flash',
      tools: [{ googleSearch: {} }],
    });
    expect(serverTools![0]!.quantity).toEqual({ low: 0, likely: 1, high: 1 });
    expect(warnings.map(({ code }) => code)).not.toContain('server-tool-unbounded');
    // $35 per 1,000 prompts with a search.
    expect(
      await feeOf({ model: 'gemini-2.5-flash', tools: [{ googleSearch: {} }], toolUses: 5 }),
    ).toMatchObject({ meter: 'webSearch', quantity: 1, amount: '0.035' });
  });

  it('are known under the names of the AI SDK', async () => {
    const tools = [
      { type: 'provider', id: 'anthropic.web_search_20250305', name: 'web_search', args: { maxUses: 3 } },
    ];
    const { serverTools } = await estimated({ tools });
    expect(serverTools![0]).toMatchObject({ what: 'tool web_search_20250305', uses: { high: 3 } });
  });

  it('that have no fee on record say so', async () => {
    const estimate = await estimated({
      model: 'llama-3.3-70b',
      tools: [{ type: 'web_search' }],
      toolUses: 1,
    });
    expect(codes(estimate)).toContain('server-tool-unpriced');
    expect(estimate.lines.map(({ meter }) => meter)).toEqual(['input', 'output']);
  });

  it('that the caller runs add nothing', async () => {
    const estimate = await estimated({ tools: [{ type: 'bash_20250124', name: 'bash' }] });
    expect(estimate.serverTools).toBeUndefined();
    expect(codes(estimate)).not.toContain('server-tool-unbounded');
  });

  it('two of them read what the other gave', async () => {
    const tools = [{ type: 'file_search', max_num_results: 10 }, { type: 'web_search' }];
    const { tokens } = await estimated({ model: 'gpt-5', tools, toolUses: { max: 1 } });
    const { high } = await counted({ model: 'gpt-5', tools });
    // The prompt; with 15,000 tokens of the web; with these and 8,000 of the files.
    expect(tokens!.input.high).toBe(high + (high + 15_000) + (high + 15_000 + 8_000));
  });

  it("come on top of the number of the caller's countTokens", async () => {
    const hooked = createEstimator({
      countTokens: async () => 1_000,
      now: () => new Date('2026-11-01T00:00:00Z'),
    });
    const estimate = await hooked.estimateCost(toolRequest({ tools: [search], toolUses: { max: 1 } }));
    expect(estimate.tokens!.input).toEqual({ low: 1_000, likely: 10_000, high: 17_000 });
    expect(estimate.exactness).toBe('exact-text');
  });
});
