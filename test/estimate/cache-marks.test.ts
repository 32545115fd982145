import { describe, expect, it } from 'vitest';
import {
  createEstimator,
  type EstimateRequest,
  estimateCost,
  type PricedEstimate,
  requestFrom,
} from '../../src/estimate/index.js';
import { letterEncoding } from './letter-encoding.js';

const AT = '2026-11-24T12:00:00Z';
// Each letter is a token. Around them Claude Opus 5 has 3 (1 to 5) a message, 1 (0 to 4) a system text and 3 (0 to 6) a request.
const encoding = letterEncoding('letters');
const letters = (count: number): string => 'a'.repeat(count);
const mark = (ttl?: '5m' | '1h'): object => ({ cache_control: { type: 'ephemeral', ...(ttl && { ttl }) } });
const text = (count: number, more: object = {}): object => ({ type: 'text', text: letters(count), ...more });
const user = (...content: object[]): object => ({ role: 'user', content });

async function priced(request: Partial<EstimateRequest>): Promise<PricedEstimate> {
  const call = { model: 'claude-opus-5', output: 100, at: AT, encoding, ...request };
  const estimate = await estimateCost(call as EstimateRequest);
  if (!estimate.priced) throw new Error(estimate.price.message);
  return estimate;
}

const written = ({ lines }: PricedEstimate): object =>
  Object.fromEntries(lines.map(({ meter, quantity }) => [meter, quantity]));

describe('a mark for the cache', () => {
  it('is a write in a first call, a read at best, and covers the prompt up to it and no further', async () => {
    const { cost, warnings, lines } = await priced({ messages: [user(text(4_997, mark('1h')), text(4))] });
    // 5,000 × $10/M + (4 + 3) × $5/M + 100 × $25/M
    expect(cost.likely).toBe('0.052535');
    // 4,998 × $0.50/M + 4 × $5/M + $0.0025
    expect(cost.low).toBe('0.005019');
    // 5,008, with all that may stand around the request, × $10/M + 4 × $5/M + $0.0025
    expect(cost.high).toBe('0.0526');
    expect(lines.map(({ meter }) => meter)).toEqual(['input', 'cacheWrite1h', 'output']);
    expect(warnings).toMatchInlineSnapshot(`
      [
        {
          "code": "cache-marks",
          "message": "The request marks 5000 tokens for the cache. The likely cost takes them as written, the high one as written, the low one as read. Pass cachedInput for a call that the cache answers.",
        },
        {
          "code": "hidden-reasoning",
          "message": "claude-opus-5 bills the tokens it thinks in as output, shown or not; the output given must include them.",
        },
      ]
    `);
  });

  it('lasts five minutes unless it says an hour, and what stands before the last hour’s lasts an hour', async () => {
    const estimate = await priced({
      system: [text(4_999, mark('1h'))],
      messages: [user(text(997, mark())), user(text(4))],
    });
    expect(written(estimate)).toEqual({ cacheWrite1h: 5_000, cacheWrite5m: 1_000, input: 10, output: 100 });
    // 5,000 × $10/M + 1,000 × $6.25/M + 10 × $5/M + $0.0025
    expect(estimate.cost.likely).toBe('0.0588');
  });

  it('on a tool covers the tools up to it, with the instructions for tools', async () => {
    const tool = (name: string, more: object = {}): object => ({
      name,
      description: letters(5_000),
      input_schema: { type: 'object', properties: {} },
      ...more,
    });
    const plain = await priced({ tools: [tool('a'), tool('b')], messages: [user(text(4))] });
    const sizes = new Map(plain.parts!.map(({ path, tokens }) => [path, tokens.likely]));
    const marked = await priced({ tools: [tool('a', mark()), tool('b')], messages: [user(text(4))] });
    const covered = sizes.get('tools[0]')! + sizes.get('tools')!;
    expect(covered).toBeGreaterThan(5_000);
    expect(written(marked)).toEqual({
      cacheWrite5m: covered,
      input: plain.tokens!.input.likely - covered,
      output: 100,
    });
  });

  it('is read in the words of Bedrock, the AI SDK, gateways and a whole body', async () => {
    const whole = { cacheWrite5m: 5_000, input: 3, output: 100 };
    const point = { cachePoint: { type: 'default' } };
    const sdk = { providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } };
    const said = { role: 'user', content: [{ text: letters(4_997) }, point] };
    const body = { model: 'claude-opus-5', ...mark(), messages: [user(text(4_997))] };
    const requests: Partial<EstimateRequest>[] = [
      { messages: [said] },
      { messages: [{ ...user(text(4_997)), ...sdk }] },
      { messages: [user(text(4_997, sdk))] },
      { messages: [user(text(4_997))].map((each) => ({ ...each, ...mark() })) },
      { messages: requestFrom(body).messages },
      { messages: requestFrom({ ...body, messages: [letters(4_997)] }).messages },
    ];
    for (const request of requests) expect(written(await priced(request))).toEqual(whole);
  });

  it('of Bedrock after a tool is no tool', async () => {
    const tools = [
      { toolSpec: { name: 'a', description: letters(5_000), inputSchema: { json: { type: 'object' } } } },
    ];
    const point = { cachePoint: { type: 'default' } };
    const plain = await priced({ tools, messages: [user(text(4))] });
    const marked = await priced({ tools: [...tools, point], messages: [user(text(4))] });
    expect(marked.tokens).toEqual(plain.tokens);
    expect(written(marked)).toMatchObject({ cacheWrite5m: plain.tokens!.input.likely - 4 - 3 - 3 });
  });

  it('within a tool’s result covers the result', async () => {
    const result = { type: 'tool_result', tool_use_id: 't', content: [text(5_000, mark('1h'))] };
    const estimate = await priced({ messages: [user(result, text(4))] });
    expect(written(estimate)).toMatchObject({ input: 4 + 3 });
  });

  it('too early to be kept is plain input: surely where the minimum is known, likely where the count is near it', async () => {
    const model = 'claude-sonnet-4-5';
    const short = await priced({ model, messages: [user(text(5, mark()))] });
    expect(short.warnings.map(({ code }) => code)).not.toContain('cache-marks');
    expect(written(short)).toEqual({ input: 12, output: 100 });
    // 1,020 + 3, one less than the 1,024 that are kept, and 4; at most 1,020 + 5 + 6, all written: × $3.75/M
    const near = await priced({ model, output: 0, messages: [user(text(1_020, mark()))] });
    expect(near.cost).toMatchObject({ likely: '0.003081', high: '0.00386625' });
    expect(near.warnings.map(({ message }) => message).join()).toContain('fewer than the 1024');
  });

  it('of an hour, too early to be kept, is written with the next', async () => {
    const estimate = await priced({
      system: [text(99, mark('1h'))],
      messages: [user(text(5_000, mark()))],
    });
    expect(written(estimate)).toEqual({ cacheWrite5m: 5_103, input: 3, output: 100 });
  });

  it('says nothing beside what the caller states, or to a cache that takes every prompt', async () => {
    const messages = [user(text(4_997, mark('1h')))];
    const stated = await priced({ messages, cachedInput: 4_000 });
    expect(written(stated)).toMatchObject({ cacheRead: 4_000, input: 1_003 });
    const openai = await priced({ model: 'gpt-5.6-sol', messages });
    for (const { warnings } of [stated, openai]) {
      expect(warnings.map(({ code }) => code)).not.toContain('cache-marks');
    }
  });

  it('may cover all of a count that was made elsewhere', async () => {
    const estimator = createEstimator({ countTokens: async () => 10_000 });
    const estimate = await estimator.estimateCost({
      model: 'claude-opus-5',
      messages: [user(text(1, mark('1h')), text(1))],
      output: 0,
      at: AT,
    });
    // 10,000 × $0.50/M, and × $10/M
    expect(estimate).toMatchObject({ cost: { low: '0.005', likely: '0.1', high: '0.1' } });
  });
});
