import { describe, expect, it } from 'vitest';
import { countTokens } from '../../src/entries/index.js';
import { sharedPrefix } from '../../src/plan/index.js';

const at = '2026-01-15T12:00:00Z';
const RULES = 'Answer in one sentence, and name your source. '.repeat(300);
const system = { role: 'system', content: RULES };
const ask = { role: 'user', content: 'Why is the sky blue?' };
const reply = { role: 'assistant', content: 'Because air scatters blue light most.' };
const again = { role: 'user', content: 'And the sunset red?' };
const first = { messages: [system, ask] };
const second = { model: 'gpt-5', at, messages: [system, ask, reply, again] } as const;

describe('what two requests begin with alike', () => {
  it('is all of the earlier one in a conversation, in the steps of the cache', async () => {
    const { tokens, cachedTokens, differsAt } = await sharedPrefix(first, second);
    const whole = await countTokens({ messages: first.messages }, 'gpt-5');
    // What primes the reply is no part of what is shared.
    expect(whole.tokens - tokens).toBeGreaterThanOrEqual(0);
    expect(whole.tokens - tokens).toBeLessThan(10);
    expect(tokens).toBeGreaterThan(3_000);
    expect(cachedTokens).toBe(1_024 + Math.floor((tokens - 1_024) / 128) * 128);
    expect(differsAt).toBe('messages[2]');
  });

  it('counts the tokens that the first differing text begins with', async () => {
    const changed = { role: 'system', content: `${RULES} And be kind.` };
    const { tokens, differsAt } = await sharedPrefix(first, { ...second, messages: [changed, ask] });
    const text = (await countTokens(RULES, 'gpt-5')).tokens;
    expect(differsAt).toBe('messages[0]');
    expect(Math.abs(tokens - text)).toBeLessThanOrEqual(2);
  });

  it('is nothing when a tool is new, since tools stand first', async () => {
    const tools = [{ type: 'function', function: { name: 'look_up', parameters: { type: 'object' } } }];
    const shared = await sharedPrefix(first, { ...second, tools });
    expect(shared).toMatchObject({ tokens: 0, cachedTokens: 0, differsAt: 'tools[0]' });
  });

  it('is everything for the same request, and nothing is cached below the minimum or without a rule', async () => {
    const short = { messages: [ask] };
    expect(await sharedPrefix(short, { model: 'gpt-5', at, ...short })).not.toHaveProperty('differsAt');
    expect((await sharedPrefix(short, { model: 'gpt-5', at, ...short })).cachedTokens).toBe(0);
    const hosted = await sharedPrefix(first, { ...second, model: 'llama-3.3-70b', provider: 'together' });
    expect(hosted).toMatchObject({ cachedTokens: 0 });
    expect(hosted).not.toHaveProperty('cache');
  });

  it('compares pictures by their bytes', async () => {
    const picture = (byte: number): object => ({
      role: 'user',
      content: [
        { type: 'image_url', image_url: { url: `data:image/png;base64,${btoa(String.fromCharCode(byte))}` } },
      ],
    });
    const call = { model: 'gpt-5', at, messages: [picture(1), ask] } as const;
    expect((await sharedPrefix({ messages: [picture(1), ask] }, call)).differsAt).toBeUndefined();
    expect((await sharedPrefix({ messages: [picture(2), ask] }, call)).differsAt).toBe('messages[0]');
  });
});
