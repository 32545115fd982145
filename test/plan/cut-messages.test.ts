import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateCost } from '../../src/entries/index.js';
import { truncateToBudget } from '../../src/plan/index.js';

const at = '2026-01-15T12:00:00Z';
const LONG = 'Tell me more of it. '.repeat(20);

/** What happens in one turn: words of the user, and how many calls; results may stand beside more words. */
interface Turn {
  readonly calls: number;
  readonly beside: boolean;
  readonly steps: number;
}

type Id = string;

/** A dialect: how it writes words, calls with their results, and where ids of calls and results stand in what it wrote. */
interface Dialect {
  readonly says: (role: 'user' | 'assistant', text: string) => object;
  readonly calls: (ids: readonly Id[]) => object[];
  readonly results: (ids: readonly Id[], words: string | undefined) => object[];
}

const words = (text: string | undefined, part: (text: string) => object): object[] =>
  text === undefined ? [] : [part(text)];

const DIALECTS: Readonly<Record<string, Dialect>> = {
  'openai-chat': {
    says: (role, content) => ({ role, content }),
    calls: (ids) => [
      {
        role: 'assistant',
        content: null,
        tool_calls: ids.map((id) => ({ id, type: 'function', function: { name: 'look', arguments: '{}' } })),
      },
    ],
    results: (ids) => ids.map((id) => ({ role: 'tool', tool_call_id: id, content: LONG })),
  },
  'openai-responses': {
    says: (role, content) => ({ role, content }),
    calls: (ids) => ids.map((id) => ({ type: 'function_call', call_id: id, name: 'look', arguments: '{}' })),
    results: (ids) => ids.map((id) => ({ type: 'function_call_output', call_id: id, output: LONG })),
  },
  'a computer of the Responses API': {
    says: (role, content) => ({ role, content }),
    calls: (ids) => ids.map((id) => ({ type: 'computer_call', call_id: id, action: { type: 'screenshot' } })),
    results: (ids) =>
      ids.map((id) => ({
        type: 'computer_call_output',
        call_id: id,
        output: { type: 'computer_screenshot', file_id: 'f' },
      })),
  },
  anthropic: {
    says: (role, content) => ({ role, content }),
    calls: (ids) => [
      { role: 'assistant', content: ids.map((id) => ({ type: 'tool_use', id, name: 'look', input: {} })) },
    ],
    results: (ids, said) => [
      {
        role: 'user',
        content: [
          ...ids.map((id) => ({ type: 'tool_result', tool_use_id: id, content: LONG })),
          ...words(said, (text) => ({ type: 'text', text })),
        ],
      },
    ],
  },
  gemini: {
    says: (role, text) => ({ role: role === 'user' ? 'user' : 'model', parts: [{ text }] }),
    calls: (ids) => [
      { role: 'model', parts: ids.map((id) => ({ functionCall: { name: `look_${id}`, args: {} } })) },
    ],
    results: (ids, said) => [
      {
        role: 'user',
        parts: [
          ...ids.map((id) => ({ functionResponse: { name: `look_${id}`, response: { text: LONG } } })),
          ...words(said, (text) => ({ text })),
        ],
      },
    ],
  },
  bedrock: {
    says: (role, text) => ({ role, content: [{ text }] }),
    calls: (ids) => [
      {
        role: 'assistant',
        content: ids.map((id) => ({ toolUse: { toolUseId: id, name: 'look', input: {} } })),
      },
    ],
    results: (ids, said) => [
      {
        role: 'user',
        content: [
          ...ids.map((id) => ({ toolResult: { toolUseId: id, content: [{ text: LONG }] } })),
          ...words(said, (text) => ({ text })),
        ],
      },
    ],
  },
  'ai-sdk': {
    says: (role, text) => ({ role, content: [{ type: 'text', text }] }),
    calls: (ids) => [
      {
        role: 'assistant',
        content: ids.map((id) => ({ type: 'tool-call', toolCallId: id, toolName: 'look', input: {} })),
      },
    ],
    results: (ids) => [
      {
        role: 'tool',
        content: ids.map((id) => ({
          type: 'tool-result',
          toolCallId: id,
          toolName: 'look',
          output: { type: 'text', value: LONG },
        })),
      },
    ],
  },
};

/** A conversation, with the ids `c0`, `c1`, … once in a call and once in its result. */
function written(dialect: Dialect, turns: readonly Turn[]): object[] {
  let made = 0;
  return turns.flatMap(({ calls, beside, steps }) => [
    dialect.says('user', LONG),
    ...Array.from({ length: steps }, () => {
      const ids = Array.from({ length: calls }, () => `c${made++}c`);
      return [...dialect.calls(ids), ...dialect.results(ids, beside ? LONG : undefined)];
    }).flat(),
    dialect.says('assistant', 'So it is.'),
  ]);
}

/** How often each id of a call is in the messages: twice, or its call or its result is missing. */
function timesById(messages: readonly unknown[]): number[] {
  const found = new Map<string, number>();
  for (const [id] of JSON.stringify(messages).matchAll(/c\d+c/g)) found.set(id, (found.get(id) ?? 0) + 1);
  return [...found.values()];
}

const turn = fc.record({ calls: fc.integer({ min: 1, max: 3 }), beside: fc.boolean(), steps: fc.nat(2) });

describe('messages that are cut to a budget', () => {
  it.each(Object.keys(DIALECTS))('keep each result with its call: %s', async (name) => {
    const dialect = DIALECTS[name]!;
    await fc.assert(
      fc.asyncProperty(
        fc.array(turn, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 99 }),
        async (turns, percent) => {
          const messages = [...written(dialect, turns), dialect.says('user', 'And then?')];
          const call = { model: 'gpt-4o', messages, output: 0, at } as const;
          const whole = await estimateCost(call);
          const limit = ((Number(whole.priced && whole.cost.high) * percent) / 100).toFixed(12);
          const cut = await truncateToBudget(call, limit).catch(() => undefined);
          if (!cut) return; // Not even the last words are paid for.
          const kept = cut.request.messages;
          expect(kept.length).toBeLessThan(messages.length);
          expect(timesById(kept).every((times) => times === 2)).toBe(true);
          // What is left begins with words of the user, as a turn does.
          expect(kept[0]).toEqual(dialect.says('user', kept.length === 1 ? 'And then?' : LONG));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('do not begin with a result that words stand beside', async () => {
    const anthropic = DIALECTS['anthropic']!;
    const messages = [
      anthropic.says('user', LONG),
      ...anthropic.calls(['c0c']),
      ...anthropic.results(['c0c'], 'And then?'),
    ];
    const call = { model: 'claude-sonnet-4-5', messages, output: 0, at } as const;
    // Only the last message would fit, and it answers a call.
    await expect(truncateToBudget(call, '0.0006')).rejects.toMatchObject({ code: 'over-budget' });
  });

  it('begin before a call that no dialect explains', async () => {
    const messages = [
      { role: 'user', content: LONG },
      { role: 'user', content: LONG },
      { type: 'computer_call', call_id: 'c0c', action: { type: 'screenshot' } },
      { role: 'user', content: 'Are you still there?' },
      { type: 'computer_call_output', call_id: 'c0c', output: 'Yes.' },
    ];
    const call = { model: 'gpt-4o', messages, output: 0, at } as const;
    const { request } = await truncateToBudget(call, '0.0005');
    expect(request.messages).toEqual(messages.slice(1));
    await expect(truncateToBudget(call, '0.0001')).rejects.toMatchObject({ code: 'over-budget' });
  });

  it('begin before a call that an answer to other words came between', async () => {
    const messages = [
      { role: 'user', content: LONG },
      { role: 'user', content: LONG },
      {
        role: 'assistant',
        tool_calls: [{ id: 'c0c', type: 'function', function: { name: 'look', arguments: '{}' } }],
      },
      { role: 'user', content: 'Are you still there?' },
      { role: 'tool', tool_call_id: 'c0c', content: 'Yes.' },
    ];
    const call = { model: 'gpt-4o', messages, output: 0, at } as const;
    const { request } = await truncateToBudget(call, '0.0005');
    expect(request.messages).toEqual(messages.slice(1));
    await expect(truncateToBudget(call, '0.0001')).rejects.toMatchObject({ code: 'over-budget' });
  });

  it('may begin with a document made of parts, which answers no call', async () => {
    const document = {
      role: 'user',
      content: [
        {
          type: 'document',
          source: { type: 'content', content: [{ type: 'text', text: 'It is so.' }] },
        },
        { type: 'text', text: 'Why?' },
      ],
    };
    const messages = [{ role: 'user', content: LONG }, { role: 'assistant', content: 'So.' }, document];
    const call = { model: 'claude-sonnet-4-5', messages, output: 0, at } as const;
    expect((await truncateToBudget(call, '0.0003')).request.messages).toEqual([document]);
  });
});
