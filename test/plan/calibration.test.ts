import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../src/budget/index.js';
import { loadEncoding } from '../../src/encodings/index.js';
import { createEstimator, type Estimate, type EstimateRequest } from '../../src/estimate/index.js';
import { calibrate, NO_CALIBRATION } from '../../src/plan/index.js';
import { wav } from '../request/media/files.js';

const at = '2026-10-15';
const CLOSED = { model: 'claude-opus-4-8', at } as const;
const TEXT = 'Why is the sky blue, and what makes the sunset red? ';
const CODE = 'const sky = (light) => light.filter(({ wave }) => wave < 500).map((ray) => ray * 2); ';
const QUESTIONS = [
  'Why?',
  'How is it?',
  'What is the time now?',
  'Is it so, or is it not?',
  'And who said that?',
  'Go on!',
];
const raw = createEstimator();

/** What is known after some calls, each with the number that the provider reports. */
async function taught(
  calls: readonly EstimateRequest[],
  report: (estimate: Estimate, request: EstimateRequest) => number,
  state = NO_CALIBRATION,
) {
  for (const request of calls) {
    const estimate = await createEstimator({ calibration: state }).estimateCost(request);
    state = calibrate(estimate, { input: report(estimate, request), output: 100 }, state);
  }
  return createEstimator({ calibration: state });
}

const inputOf = async ({ estimateCost }: typeof raw, request: EstimateRequest) =>
  (await estimateCost(request)).tokens!.input;
const widthOf = ({ low, high }: { readonly low: number; readonly high: number }): number => high - low;
const chat = (...texts: readonly string[]) =>
  texts.map((content, i) => ({ role: i % 2 ? 'assistant' : 'user', content }));

describe('a calibrated count', () => {
  it('learns the factor of a closed tokenizer, whatever the size of the prompt', async () => {
    const calls = [5, 10, 15, 20, 25, 30, 35, 40].map((n) => ({
      ...CLOSED,
      prompt: TEXT.repeat(n),
      output: 10,
    }));
    const truth = (n: number): number => Math.round(13 * n * 1.21) + 7;
    const estimator = await taught(calls, (_, { prompt }) => truth(prompt!.length / TEXT.length));
    for (const n of [3, 22, 200]) {
      const call = { ...CLOSED, prompt: TEXT.repeat(n), output: 10 };
      const [before, after] = [await inputOf(raw, call), await inputOf(estimator, call)];
      expect(after.low).toBeLessThanOrEqual(truth(n));
      expect(after.high).toBeGreaterThanOrEqual(truth(n));
      if (n > 3) expect(widthOf(after)).toBeLessThan(widthOf(before) / 3);
      expect(widthOf(after)).toBeGreaterThan(0);
    }
  });

  it('says of code what it said before, when all it learned of was prose', async () => {
    const calls = [5, 10, 15, 20, 25, 30].map((n) => ({ ...CLOSED, prompt: TEXT.repeat(n), output: 10 }));
    const estimator = await taught(calls, ({ tokens }) => tokens!.input.low);
    const call = { ...CLOSED, prompt: CODE.repeat(40), output: 10 };
    expect(await estimator.estimateCost(call)).toEqual(await raw.estimateCost(call));
  });

  it('learns what surrounds a text that is exact, and no more of a longer conversation than of its beginning', async () => {
    const model = 'gpt-5';
    const encoding = await loadEncoding('o200k_base');
    // One provider: 2 a request and 4 a message.
    const truth = ({ messages = [] }: EstimateRequest): number =>
      (messages as { content: string }[]).reduce((all, { content }) => all + encoding.count(content) + 4, 2);
    const calls = QUESTIONS.map((each) => ({ model, at, output: 10, messages: chat(each) }));
    const estimator = await taught(calls, (_, request) => truth(request));
    const alike = { model, at, output: 10, messages: chat('Tell me of the sea.') };
    const number = truth(alike);
    expect(await inputOf(estimator, alike)).toEqual({ low: number, likely: number, high: number });
    for (const length of [2, 20, 200]) {
      const longer = { ...alike, messages: chat(...Array.from({ length }, () => 'Go on, please.')) };
      const [before, after] = [await inputOf(raw, longer), await inputOf(estimator, longer)];
      expect(after.low).toBeLessThanOrEqual(truth(longer));
      expect(after.high).toBeGreaterThanOrEqual(truth(longer));
      expect(widthOf(after)).toBeLessThanOrEqual(widthOf(before));
    }
  });

  it('leaves as wide as it was what no reply said anything of', async () => {
    const model = 'gpt-5';
    const calls = QUESTIONS.map((each) => ({ model, at, output: 10, messages: chat(each) }));
    const estimator = await taught(calls, ({ tokens }) => tokens!.input.likely);
    const image = {
      role: 'user',
      content: [{ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }],
    };
    const sealed = { type: 'reasoning', encrypted_content: 'x'.repeat(30_000) };
    for (const messages of [
      [...chat('What is it?'), image],
      [...chat('Go on.'), sealed],
    ]) {
      const call = { model, at, output: 10, messages };
      const alone = await raw.estimateCost(call);
      const apart = alone.parts!.filter((part) => part.apart);
      const open = apart.reduce((sum, { tokens }) => sum + widthOf(tokens), 0);
      expect(open).toBeGreaterThan(500);
      expect(widthOf(await inputOf(estimator, call))).toBeGreaterThanOrEqual(open);
    }
    const search = { model, at, output: 10, messages: chat('What is new?'), tools: [{ type: 'web_search' }] };
    expect(await inputOf(estimator, search)).toEqual(await inputOf(raw, search));
  });

  it('learns nothing of an input with a picture whose tokens are not certain', async () => {
    const image = { type: 'image_url', image_url: { url: 'https://example.com/a.png' } };
    const calls = QUESTIONS.map((text) => ({
      model: 'gpt-5',
      at,
      output: 10,
      messages: [{ role: 'user', content: [{ type: 'text', text }, image] }],
    }));
    const estimator = await taught(calls, ({ tokens }) => tokens!.input.high);
    const call = { model: 'gpt-5', at, output: 10, messages: chat('Why?') };
    expect(await inputOf(estimator, call)).toEqual(await inputOf(raw, call));
  });

  it('changes nothing that is exact, nothing with too few replies, and nothing at another seller', async () => {
    const four = QUESTIONS.slice(0, 4).map((prompt) => ({ ...CLOSED, prompt, output: 10 }));
    const call = { ...CLOSED, prompt: 'Why not?', output: 10 };
    const report = ({ tokens }: Estimate): number => tokens!.input.high;
    expect(await inputOf(await taught(four, report), call)).toEqual(await inputOf(raw, call));
    // The same call again says nothing new.
    const again = await taught([...four, ...four, ...four], report);
    expect(await inputOf(again, call)).toEqual(await inputOf(raw, call));
    const all = await taught(
      QUESTIONS.map((prompt) => ({ ...CLOSED, prompt, output: 10 })),
      report,
    );
    expect(await inputOf(all, call)).not.toEqual(await inputOf(raw, call));
    const elsewhere = { ...call, provider: 'bedrock' };
    expect(await inputOf(all, elsewhere)).toEqual(await inputOf(raw, elsewhere));
    const exact = QUESTIONS.map((each) => ({ model: 'gpt-4o', at, output: 10, messages: chat(each) }));
    const estimator = await taught(exact, ({ tokens }) => tokens!.input.likely + 50);
    expect(await inputOf(estimator, exact[0]!)).toEqual(await inputOf(raw, exact[0]!));
  });

  it('has parts that add up, none of them turned round', async () => {
    const calls = QUESTIONS.map((each) => ({ ...CLOSED, output: 10, messages: chat(each, 'Well.', TEXT) }));
    const estimator = await taught(calls, ({ tokens }) => Math.round(tokens!.input.likely * 0.97));
    const {
      tokens,
      parts = [],
      calibration,
    } = await estimator.estimateCost({
      ...CLOSED,
      output: 10,
      messages: chat(TEXT, 'Because.', TEXT.repeat(2)),
    });
    expect(calibration).toMatchObject({ replies: 6 });
    for (const size of ['low', 'likely', 'high'] as const)
      expect(parts.reduce((sum, part) => sum + part.tokens[size], 0)).toBe(tokens!.input[size]);
    for (const { tokens: each } of parts)
      expect(each.low <= each.likely && each.likely <= each.high).toBe(true);
  });

  it('holds what any provider within the stated ranges would bill, of conversations of any kind', async () => {
    const turn = fc.constantFrom(...QUESTIONS, TEXT, TEXT.repeat(9));
    const conversations = fc.array(fc.array(turn, { minLength: 1, maxLength: 12 }), {
      minLength: 6,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('gpt-5', 'claude-opus-4-8', 'grok-4.3', 'gemini-2.5-pro'),
        conversations,
        fc.array(turn, { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (model, past, next, first, others) => {
          // Somewhere between the ends of each part: one place for the request itself, another for its messages.
          const bill = (estimate: Estimate): number =>
            Math.round(
              estimate.parts!.reduce(
                (sum, { path, tokens }) =>
                  sum + tokens.low + (path === 'request' ? first : others) * (tokens.high - tokens.low),
                0,
              ),
            );
          const call = (texts: readonly string[]) => ({ model, at, output: 10, messages: chat(...texts) });
          let state = NO_CALIBRATION;
          for (const texts of past) {
            const estimate = await raw.estimateCost(call(texts));
            state = calibrate(estimate, { input: bill(estimate), output: 10 }, state);
          }
          const truth = bill(await raw.estimateCost(call(next)));
          const { low, high } = await inputOf(createEstimator({ calibration: state }), call(next));
          expect(low).toBeLessThanOrEqual(truth + 1); // a bill is rounded, too
          expect(high).toBeGreaterThanOrEqual(truth - 1);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('calibrate', () => {
  it('expects the middle answer, one of the choices', async () => {
    const estimate = await raw.estimateCost({ ...CLOSED, prompt: TEXT, output: 10, choices: 3 });
    let state = NO_CALIBRATION;
    for (const output of [270, 280, 300, 330, 390]) state = calibrate(estimate, { input: 20, output }, state);
    const { estimateCost } = createEstimator({ calibration: state });
    expect((await estimateCost({ ...CLOSED, prompt: TEXT })).tokens!.output.likely).toBe(100);
    expect((await estimateCost({ ...CLOSED, prompt: TEXT, choices: 3 })).tokens!.output.likely).toBe(300);
  });

  it('keeps the last 64 replies, leaves its argument alone, and learns nothing without a price', async () => {
    const estimate = await raw.estimateCost({ ...CLOSED, prompt: TEXT, output: 10 });
    let state = NO_CALIBRATION;
    for (let calls = 0; calls < 70; calls++)
      state = calibrate(estimate, { input: 20 + calls, output: calls }, state);
    const { input, output } = state.models['claude-opus-4-8 at anthropic']!;
    expect([output.length, output[0]]).toEqual([64, 6]);
    expect(Object.values(input).map(({ length }) => length)).toEqual([64]);
    expect(NO_CALIBRATION.models).toEqual({});
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    const unknown = await raw.estimateCost({ model: 'nobody-knows', input: 1, output: 1 });
    expect(calibrate(unknown, { input: 1, output: 1 }, state)).toBe(state);
  });

  it('learns nothing of our count where it did not count', async () => {
    const counted = createEstimator({ countTokens: async () => 137 });
    let state = NO_CALIBRATION;
    for (const prompt of QUESTIONS) {
      state = calibrate(
        await counted.estimateCost({ ...CLOSED, prompt, output: 10 }),
        { input: 137, output: 1 },
        state,
      );
      state = calibrate(
        await raw.estimateCost({ ...CLOSED, input: 137, output: 10 }),
        { input: 137, output: 1 },
        state,
      );
    }
    expect(state.models['claude-opus-4-8 at anthropic']).toEqual({ input: {}, output: expect.anything() });
  });

  it.each([
    [{}, 'its version is undefined'],
    [{ version: 2, models: {} }, 'its version is 2'],
    [{ version: 1 }, 'models is no object'],
    [{ version: 1, models: [] }, 'models is no object'],
    [{ version: 1, models: { o1: null } }, '.output is no list'],
    [{ version: 1, models: { o1: {} } }, '.output is no list'],
    [{ version: 1, models: { o1: { input: [], output: [] } } }, '.input is no object'],
    [{ version: 1, models: { o1: { input: { prompt: [[1, 2]] }, output: [] } } }, 'is no list of 6'],
    [{ version: 1, models: { o1: { input: {}, output: [Number.NaN] } } }, '.output is no list'],
    [
      { version: 1, models: { o1: { input: { prompt: [[1, 2, 3, 4, 5, -1]] }, output: [] } } },
      'is no list of 6',
    ],
  ])('refuses what is no calibration: %j', (state, why) => {
    const refusal = expect.objectContaining({ code: 'invalid-input', message: expect.stringContaining(why) });
    expect(() => createEstimator({ calibration: state as never })).toThrow(refusal);
    const estimate = raw.estimateCostSync({ ...CLOSED, input: 1, output: 1 });
    expect(() => calibrate(estimate, { input: 1 }, state as never)).toThrow(refusal);
  });

  it('never makes a hold too small for what stays open', async () => {
    const model = 'gpt-5';
    const calls = QUESTIONS.map((each) => ({ model, at, output: 10, messages: chat(each) }));
    const estimator = await taught(calls, ({ tokens }) => tokens!.input.likely);
    const content = [{ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }];
    const request = { model, at, output: 10, messages: [{ role: 'user', content }] };
    const held = async (own: typeof raw) => {
      const caps = [{ scope: 'app', limit: '1', per: 'total' }] as const;
      const grant = await createBudget({ caps, estimator: own }).reserve(request);
      return grant.ok ? grant.reservation.held : '0';
    };
    const image = (await raw.estimateCost(request)).parts!.find(({ apart }) => apart)!;
    // $1.25 a million for what the picture may be, and $10 for 10 tokens out
    expect(Number(await held(estimator))).toBeGreaterThanOrEqual((image.tokens.high * 1.25 + 100) / 1e6);
  });
});

describe("a provider's own count", () => {
  it('leaves sound at its rate', async () => {
    const data = Buffer.from(wav(60)).toString('base64');
    const call = {
      model: 'gemini-2.5-flash',
      at,
      output: 10,
      messages: [
        { role: 'user', parts: [{ text: 'What is it?' }, { inlineData: { mimeType: 'audio/wav', data } }] },
      ],
    };
    const counted = await createEstimator({ countTokens: async () => 1_930 }).estimateCost(call);
    // 60 s × 32 = 1,920 of sound at $1 a million, 10 of text at $0.30, 10 out at $2.50
    expect(counted).toMatchObject({ tokens: { input: { likely: 1_930 } }, cost: { likely: '0.001948' } });
    const fewer = await createEstimator({ countTokens: async () => 1_000 }).estimateCost(call);
    expect(fewer).toMatchObject({ tokens: { input: { likely: 1_000 } }, cost: { likely: '0.001025' } });
  });
});

describe('estimateCostSync', () => {
  it('is calibrated once that is loaded', async () => {
    let state = NO_CALIBRATION;
    for (const prompt of QUESTIONS) {
      const estimate = await raw.estimateCost({ ...CLOSED, prompt, output: 10 });
      state = calibrate(estimate, { input: estimate.tokens!.input.high, output: 10 }, state);
    }
    const estimator = createEstimator({ calibration: state });
    const call = { ...CLOSED, prompt: 'Why not?', output: 10 };
    const waited = await estimator.estimateCost(call);
    expect(waited.calibration).toBeDefined();
    expect(estimator.estimateCostSync(call)).toEqual(waited);
  });
});
