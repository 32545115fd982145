import { describe, expect, it } from 'vitest';
import { createEstimator, type EstimateRequest, estimateCost } from '../../src/entries/index.js';
import { sharedPrefix } from '../../src/plan/index.js';

const at = '2026-01-15T12:00:00Z';
const model = 'claude-sonnet-4-5';
const RULES = 'Answer in one sentence, and name your source. '.repeat(300);
const mark = { cache_control: { type: 'ephemeral' } };
const hour = { cache_control: { type: 'ephemeral', ttl: '1h' } };
const text = (words: string, marked: object = {}): object => ({ type: 'text', text: words, ...marked });
const user = (...content: readonly object[]): object => ({ role: 'user', content });
const tool = { name: 'look', description: 'Looks it up.', input_schema: { type: 'object', properties: {} } };

/** What the marks of a request cover, by an estimate of the first call. */
async function marked(request: EstimateRequest): Promise<number> {
  const estimate = await estimateCost({ ...request, output: 0 });
  const lines = estimate.priced ? estimate.lines : [];
  return lines
    .filter(({ meter }) => meter.startsWith('cacheWrite'))
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

describe('what a cache of marked blocks gives back', () => {
  const first = { system: [text(RULES, mark)], messages: [user(text('Why?'))] };
  const next = { model, at, system: [text(RULES, mark)], messages: [user(text('How?'))] };

  it('is the blocks up to the mark, as the first call wrote them', async () => {
    const { tokens, cachedTokens, differsAt, warnings } = await sharedPrefix(first, next);
    expect(cachedTokens).toBe(await marked(next));
    expect(cachedTokens).toBeGreaterThan(3_000);
    expect(tokens).toBeGreaterThanOrEqual(cachedTokens);
    expect([differsAt, warnings]).toEqual(['messages[0]', []]);
  });

  it('is nothing where the last word of the block changed, and the tokens are still alike', async () => {
    const changed = { ...next, system: [text(`${RULES}Thanks.`, mark)] };
    const { tokens, cachedTokens, differsAt } = await sharedPrefix(first, changed);
    expect(cachedTokens).toBe(0);
    expect(differsAt).toBe('system');
    // Scaled as the text is counted: RULES alone is within a token of what is alike.
    const alone = await estimateCost({ model, at, prompt: RULES, output: 0 });
    expect(Math.abs(tokens - alone.parts![0]!.tokens.likely)).toBeLessThanOrEqual(2);
  });

  it('is nothing without a mark in the earlier request, or in the later one', async () => {
    const bare = { system: RULES, messages: first.messages };
    expect(await sharedPrefix(bare, next)).toMatchObject({ cachedTokens: 0 });
    expect(await sharedPrefix(first, { ...next, system: RULES })).toMatchObject({ cachedTokens: 0 });
  });

  it('is nothing below the minimum', async () => {
    const short = { system: [text('Be brief.', mark)], messages: first.messages };
    const { tokens, cachedTokens } = await sharedPrefix(short, { ...next, system: short.system });
    expect(tokens).toBeGreaterThan(0);
    expect(cachedTokens).toBe(0);
  });

  it('is gone after its lifetime, by the second', async () => {
    const later = async (seconds: number, ttl: object): Promise<number> => {
      const system = [text(RULES, ttl)];
      const shared = await sharedPrefix({ ...first, system }, { ...next, system }, undefined, seconds);
      return shared.cachedTokens;
    };
    expect(await later(300, mark)).toBeGreaterThan(3_000);
    expect(await later(301, mark)).toBe(0);
    expect(await later(3_600, hour)).toBeGreaterThan(3_000);
    expect(await later(3_601, hour)).toBe(0);
    await expect(sharedPrefix(first, next, undefined, -1)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('ends at a mark inside a message', async () => {
    const book = text(RULES, mark);
    const before = { messages: [user(book, text('Why?'))] };
    const after = { model, at, messages: [user(book, text('How is it so?'))] };
    const { cachedTokens } = await sharedPrefix(before, after);
    // The framing of the message is shared out, within a token or two.
    expect(Math.abs(cachedTokens - (await marked(after)))).toBeLessThanOrEqual(4);
  });

  it('is found from a later mark twenty blocks on, and no further', async () => {
    const before = { messages: [user(text(RULES, mark))] };
    const later = (blocks: number): EstimateRequest => ({
      model,
      at,
      messages: [
        user(text(RULES)),
        { role: 'assistant', content: Array.from({ length: blocks - 1 }, () => text('So it is.')) },
        user(text('Why?', mark)),
      ],
    });
    // The mark itself is the first of the twenty.
    expect((await sharedPrefix(before, later(19))).cachedTokens).toBeGreaterThan(3_000);
    expect((await sharedPrefix(before, later(20))).cachedTokens).toBe(0);
  });

  it('has no messages once the tool choice is another', async () => {
    const call = (choice: object) => ({
      model,
      at,
      tools: [tool],
      toolChoice: choice,
      system: [text(RULES, mark)],
      messages: [user(text(RULES, mark))],
    });
    const same = await sharedPrefix(call({ type: 'auto' }), call({ type: 'auto' }));
    const other = await sharedPrefix(call({ type: 'any' }), call({ type: 'auto' }));
    expect(same).not.toHaveProperty('differsAt');
    expect(other.differsAt).toBe('toolChoice');
    // Half of the text is the system's.
    expect(other.cachedTokens).toBeGreaterThan(same.cachedTokens * 0.45);
    expect(other.cachedTokens).toBeLessThan(same.cachedTokens * 0.6);
    const { toolChoice, ...unsaid } = call({ type: 'auto' });
    expect((await sharedPrefix(unsaid, call({ type: 'auto' }))).cachedTokens).toBe(same.cachedTokens);
  });

  it('takes a mark of Bedrock with the block before it', async () => {
    const point = { cachePoint: { type: 'default' } };
    const said = (...content: readonly object[]): object => ({ role: 'user', content });
    const before = { messages: [said({ text: RULES }, point)] };
    const after = {
      model,
      at,
      messages: [
        said({ text: RULES }),
        { role: 'assistant', content: [{ text: 'So.' }] },
        said({ text: 'Why?' }, point),
      ],
    };
    expect((await sharedPrefix(before, after)).cachedTokens).toBeGreaterThan(3_000);
  });
});

describe('what an automatic cache gives back', () => {
  const before = { messages: [{ role: 'user', content: RULES }] };

  it('is gone after its lifetime, where one is stated', async () => {
    const call = { model: 'gpt-5', at, ...before } as const;
    expect((await sharedPrefix(before, call, undefined, 300)).cachedTokens).toBeGreaterThan(2_000);
    expect((await sharedPrefix(before, call, undefined, 301)).cachedTokens).toBe(0);
  });

  it('is a hope where none is, and says so', async () => {
    const call = { model: 'gemini-2.5-pro', at, ...before } as const;
    expect((await sharedPrefix(before, call)).warnings).toEqual([]);
    const later = await sharedPrefix(before, call, undefined, 86_400);
    expect(later.cachedTokens).toBeGreaterThan(2_000);
    expect(later.warnings.map(({ code }) => code)).toEqual(['cache-lifetime-unknown']);
  });

  it('is nothing for another shape of the answer, which stands before the text', async () => {
    const call = { model: 'gpt-5', at, ...before, responseFormat: { type: 'json_object' } } as const;
    expect(await sharedPrefix(before, call)).toMatchObject({ tokens: 0, differsAt: 'responseFormat' });
  });
});

describe('a shared beginning by an estimator of one’s own', () => {
  const messages = [{ role: 'user', content: RULES }];
  const after = { model: 'gpt-5', at, messages: [...messages, { role: 'user', content: 'Why?' }] } as const;

  it('is counted by our vocabulary where a hook counts the whole', async () => {
    const plain = await sharedPrefix({ messages }, after);
    const hooked = createEstimator({ countTokens: async () => 50_000 });
    expect(await sharedPrefix({ messages }, after, hooked)).toEqual(plain);
    const changed = { ...after, messages: [{ role: 'user', content: `${RULES}Thanks.` }] };
    expect((await sharedPrefix({ messages }, changed, hooked)).tokens).toBe(
      (await sharedPrefix({ messages }, changed)).tokens,
    );
    // Never more than the hook says there is: 1,024 and 3 steps of 128.
    const few = createEstimator({ countTokens: async () => 1_500 });
    expect(await sharedPrefix({ messages }, after, few)).toMatchObject({
      tokens: 1_500,
      cachedTokens: 1_408,
    });
  });
});
