import { describe, expect, it } from 'vitest';
import { estimateCost, loadEncoding } from '../../src/entries/index.js';
import { affordableOutputTokens, cheapest, cliffs, savings, truncateToBudget } from '../../src/plan/index.js';

const at = '2026-01-15T12:00:00Z';

describe('cliffs', () => {
  const call = { model: 'gemini-2.5-pro', output: 1_000, at } as const;

  it('says what the tokens past a bound cost the whole call', async () => {
    // 201,120 × $2.5/M + 1,000 × $15/M = $0.5178; 200,000 × $1.25/M + 1,000 × $10/M = $0.26
    expect(await cliffs({ ...call, input: 201_120 })).toMatchObject([
      {
        lastBelow: 200_000,
        tokensOver: 1_120,
        extra: '0.2578',
        message: '1,120 tokens over 200,000: +0.2578 USD for the whole call.',
      },
    ]);
  });

  it('says what is left before one', async () => {
    // one more: 200,001 × $2.5/M + $0.015 − 200,000 × $1.25/M − $0.01
    expect(await cliffs({ ...call, input: 200_000 })).toMatchObject([
      {
        tokensOver: 0,
        extra: '0.2550025',
        message: '0 tokens left before 200,000: the next one adds 0.2550025 USD to the whole call.',
      },
    ]);
  });

  it('is silent far from one and where there is none', async () => {
    expect(await cliffs({ ...call, input: 100_000 })).toEqual([]);
    expect(await cliffs({ ...call, input: 500_000 })).toEqual([]);
    expect(await cliffs({ ...call, model: 'o1', input: 199_999 })).toEqual([]);
  });

  it('knows a bound that is below and not at its number', async () => {
    const [cliff] = await cliffs({
      model: 'gpt-5.6-sol',
      input: 271_990,
      output: 0,
      at: '2026-10-15T12:00:00Z',
    });
    expect(cliff).toMatchObject({ lastBelow: 271_999, tokensOver: -9 });
  });
});

describe('savings', () => {
  it('prices the other tiers', async () => {
    expect(await savings({ model: 'o1', input: 1_000, output: 1_000, at })).toContainEqual({
      way: 'batch',
      change: { serviceTier: 'batch' },
      cost: '0.0375',
      saving: '0.0375',
      part: 0.5,
    });
  });

  it('finds the first cheaper hour, and the change it names makes that price', async () => {
    const call = { model: 'deepseek-v4-pro', input: 1_000_000, output: 1_000_000 } as const;
    // A Tuesday, 10:00 in Beijing: peak.
    const peak = await estimateCost({ ...call, at: '2026-11-24T02:00:00Z' });
    const [wait] = (await savings({ ...call, at: '2026-11-24T02:00:00Z' })).filter(({ way }) =>
      way.startsWith('wait'),
    );
    expect(wait!.way).toBe('wait until 2026-11-24T04:00:00Z');
    const then = await estimateCost({ ...call, ...wait!.change });
    expect(then.priced && then.cost.likely).toBe(wait!.cost);
    expect(peak.priced && Number(peak.cost.likely)).toBeGreaterThan(Number(wait!.cost));
    expect(
      (await savings({ ...call, at: wait!.change.at! })).filter(({ way }) => way.startsWith('wait')),
    ).toEqual([]);
  });

  it('has nothing to say where the price has no rules', async () => {
    expect(
      await savings({ model: 'llama-3.3-70b', provider: 'together', input: 10, output: 10, at }),
    ).toEqual([]);
  });
});

describe('cheapest', () => {
  it('ranks what fits, and says why the others do not', async () => {
    const call = { input: 150_000, output: 1_000, at } as const;
    const { best, ranked, rejected } = await cheapest(call, [
      'o1',
      'llama-3.3-70b',
      'gpt-4o-mini',
      'gpt-4.1',
      'nobody-knows',
    ]);
    expect(best.model).toBe('gpt-4.1');
    expect(ranked.map(({ model }) => model)).toEqual(['gpt-4.1', 'o1']);
    expect(rejected.map(({ model }) => model).sort()).toEqual([
      'gpt-4o-mini',
      'llama-3.3-70b',
      'nobody-knows',
    ]);
    expect(rejected.find(({ model }) => model === 'gpt-4o-mini')!.why).toContain('128000');
  });

  it('throws with every reason where nothing is left', async () => {
    await expect(cheapest({ input: 1, at }, ['nobody-knows'])).rejects.toMatchObject({ code: 'unpriced' });
  });
});

describe('affordableOutputTokens', () => {
  it('is the last answer within the limit', async () => {
    const call = { model: 'o1', input: 1_000, at: '2025-01-27' } as const;
    // ($0.05 − 1,000 × $15/M) ÷ $60/M = 583.3
    expect(await affordableOutputTokens(call, '0.05')).toBe(583);
    expect(await affordableOutputTokens(call, '0.01')).toBe(0);
    expect(await affordableOutputTokens(call, '1000000')).toBe(100_000);
    await expect(affordableOutputTokens(call, '-1')).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('truncateToBudget', () => {
  const prompt = 'Why is the sky blue, and the sunset red? '.repeat(400);
  const call = { model: 'o1', prompt, output: 100, at: '2025-01-27' } as const;

  it('cuts a prompt to what the limit pays for, no token more', async () => {
    const { request, removedTokens, estimate } = await truncateToBudget(call, '0.05');
    expect(prompt.startsWith(request.prompt)).toBe(true);
    const encoding = await loadEncoding('o200k_base');
    expect(removedTokens).toBe(encoding.count(prompt) - encoding.count(request.prompt));
    // $0.05 − 100 × $60/M = $0.044 is 2,933 tokens at $15/M, framing included
    expect(estimate.tokens!.input.high).toBe(2_933);
    expect(Number(estimate.cost.high)).toBeLessThanOrEqual(0.05);
  });

  it('leaves a prompt that fits, and refuses what no prompt can fit', async () => {
    expect(await truncateToBudget(call, '1')).toMatchObject({ request: call, removedTokens: 0 });
    await expect(truncateToBudget(call, '0.001')).rejects.toMatchObject({ code: 'over-budget' });
  });

  it('holds for a closed tokenizer at its high count', async () => {
    const closed = { ...call, model: 'claude-opus-4-8', at: '2026-10-15' } as const;
    const { estimate } = await truncateToBudget(closed, '0.02');
    expect(Number(estimate.cost.high)).toBeLessThanOrEqual(0.02);
    expect(Number(estimate.cost.high)).toBeGreaterThan(0.017);
  });

  it('drops the oldest messages, keeps those of the system, and leaves no result without its call', async () => {
    const long = 'Tell me more of it. '.repeat(200);
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: long },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'a', type: 'function', function: { name: 'look', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: 'a', content: long },
      { role: 'user', content: 'And now?' },
      { role: 'assistant', content: 'Dusk.' },
      { role: 'user', content: 'And then?' },
    ];
    const chat = { model: 'gpt-4o', messages, output: 100, at } as const;
    const { request, removedTokens, estimate } = await truncateToBudget(chat, '0.002');
    expect(request.messages).toEqual([messages[0], ...messages.slice(4)]);
    expect(Number(estimate.cost.high)).toBeLessThanOrEqual(0.002);
    expect(removedTokens).toBeGreaterThan(2_000);
    await expect(truncateToBudget(chat, '0.0001')).rejects.toMatchObject({ code: 'over-budget' });
  });
});
