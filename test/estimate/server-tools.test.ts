import { describe, expect, it } from 'vitest';
import { explain, requestFrom } from '../../src/estimate/index.js';
import { codes, counted, estimated, estimator, search, toolRequest } from './tool-request.js';

describe('a search by the provider', () => {
  const tools = [{ ...search, max_uses: 10 }];

  it('is in the cost from none to as many as the tool allows, likely one, with what it finds', async () => {
    const { serverTools, tokens, lines, cost } = await estimated({ tools });
    expect(serverTools).toEqual([
      {
        path: 'tools[0]',
        what: 'tool web_search_20250305',
        uses: { low: 0, likely: 1, high: 10 },
        meter: 'webSearch',
        quantity: { low: 0, likely: 1, high: 10 },
      },
    ]);
    const prompt = await counted({ tools });
    expect(tokens!.input).toEqual({
      low: prompt.low,
      // The prompt is read twice, and 8,000 tokens of results once.
      likely: 2 * prompt.likely + 8_000,
      // The prompt is read eleven times, and 15,000 tokens of results 10 + 9 + … + 1 times.
      high: 11 * prompt.high + 55 * 15_000,
    });
    expect(lines.find(({ meter }) => meter === 'webSearch')).toMatchObject({ quantity: 1, amount: '0.01' });
    // $3/M in, $15/M out, $10 per 1,000 searches.
    expect(Number(cost.low)).toBeCloseTo((prompt.low * 3 + 500 * 15) / 1e6, 12);
    expect(Number(cost.high)).toBeCloseTo((tokens!.input.high * 3 + 500 * 15) / 1e6 + 0.1, 12);
  });

  it('holds what was billed for ten of them, and likely comes within a fifth', async () => {
    // pydantic-ai's test_pause_turn_web_search_vcr: claude-sonnet-4-5, ten searches one at a time, 401,468 tokens in.
    const content =
      'Run a series of web searches, one at a time, and do not answer until all are complete: ' +
      [
        'weather',
        'sunrise',
        'traffic',
        'air quality',
        'events',
        'ferries',
        'physics',
        'stocks',
        'films',
        'books',
      ].join(', ');
    const { tokens } = await estimated({
      model: 'claude-sonnet-4-5',
      messages: [{ role: 'user', content }],
      tools: [search],
      toolUses: { expected: 10, max: 10 },
    });
    const { low, likely, high } = tokens!.input;
    expect(low).toBeLessThan(401_468);
    expect(high).toBeGreaterThan(401_468);
    expect(Math.abs(likely / 401_468 - 1)).toBeLessThan(0.2);
  });

  it('is no part of the count, nor of the room in the context window', async () => {
    const { context } = await estimated({ tools });
    expect(context!.used).toBe((await counted({ tools })).high + 500);
  });

  it('reads no more than the context window in a round', async () => {
    const { tokens } = await estimated({
      model: 'claude-sonnet-4-5',
      tools: [{ ...search, max_uses: 1_000 }],
    });
    expect(tokens!.input.high).toBeLessThan(1_001 * 200_000);
    expect(tokens!.input.high).toBeGreaterThan(900 * 200_000);
  });

  it('is as certain as the caller says', async () => {
    const { serverTools, lines } = await estimated({ tools: [search], toolUses: 3 });
    expect(serverTools![0]!.uses).toEqual({ low: 3, likely: 3, high: 3 });
    expect(lines.find(({ meter }) => meter === 'webSearch')).toMatchObject({ quantity: 3, amount: '0.03' });
    const none = await estimated({ tools: [search], toolUses: 0 });
    expect(none.tokens!.input).toEqual(await counted({ tools: [search] }));
    expect(codes(none)).not.toContain('server-tool-unbounded');
  });

  it.each([
    [{ ...search, max_uses: 4 }, { max: 9 }, 4],
    [{ ...search, max_uses: 9 }, { max: 4 }, 4],
    [search, { max: 0 }, 0],
  ])('%o with %o may run %i times', async (tool, toolUses, high) => {
    const { serverTools, warnings } = await estimated({ tools: [tool], toolUses });
    expect(serverTools![0]!.uses).toEqual({ low: 0, likely: Math.min(1, high), high });
    expect(warnings.map(({ code }) => code)).not.toContain('server-tool-unbounded');
  });

  it('without a bound is counted for ten uses and warns', async () => {
    const { serverTools, warnings } = await estimated({ tools: [search] });
    expect(serverTools![0]!.uses.high).toBe(10);
    expect(warnings).toContainEqual({
      code: 'server-tool-unbounded',
      message:
        'Nothing bounds how often tools[0] runs in a call: the high cost is for 10 uses, and no worst case. Pass toolUses.max.',
    });
  });

  it('is counted in every one of several equal calls', async () => {
    const one = await estimated({ tools, calls: 1 });
    const many = await estimated({ tools, calls: 1_000 });
    expect(Number(many.cost.high)).toBeCloseTo(1_000 * Number(one.cost.high), 9);
  });
});

it('a body bounds its tools by max_tool_calls, and a search model of chats searches once', () => {
  const body = { model: 'gpt-5', input: 'hi', tools: [{ type: 'web_search' }], max_tool_calls: 4 };
  expect(requestFrom(body)).toMatchObject({ toolUses: { max: 4 } });
  const chat = { model: 'gpt-4o', messages: [], web_search_options: { search_context_size: 'low' } };
  expect(requestFrom(chat).tools).toEqual([{ type: 'web_search', max_uses: 1, search_context_size: 'low' }]);
});

it.each([
  [-1, 'toolUses is -1. Pass a whole number of at least 0.'],
  [{ max: 1.5 }, 'toolUses.max is 1.5. Pass a whole number of at least 0.'],
  [{ expected: 3, max: 2 }, 'toolUses.expected (3) cannot exceed toolUses.max (2).'],
])('toolUses %o is refused', async (toolUses, message) => {
  const estimate = estimator.estimateCost(toolRequest({ tools: [search], toolUses }));
  await expect(estimate).rejects.toMatchObject({ code: 'invalid-input', message });
});

it('an explanation has a row for what a tool gives and one for its fee', async () => {
  const text = explain(await estimated({ tools: [{ ...search, max_uses: 2 }] }));
  expect(text).toMatch(
    /^tools\[0\]\.results +results of web_search_20250305 +[\d,]+ \(0 to [\d,]+\) tokens/m,
  );
  expect(text).toMatch(/^tools\[0\] +tool web_search_20250305 +1 \(0 to 2\) uses +0\.01 USD$/m);
  const tools = [{ type: 'code_interpreter' }];
  const container = explain(await estimated({ model: 'gpt-5', tools, toolUses: { max: 2 } }));
  expect(container).toMatch(
    /^tools\[0\] +tool code_interpreter +1 \(0 to 2\) uses +billed by codeExecutionHour$/m,
  );
});
