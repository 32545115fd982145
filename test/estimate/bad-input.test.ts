import { describe, expect, test } from 'vitest';
import {
  compareCosts,
  countTokens,
  type EstimateRequest,
  encodingFor,
  estimateCost,
} from '../../src/estimate/index.js';

const request = (bad: object): EstimateRequest =>
  ({ model: 'o1', input: 1, output: 1, ...bad }) as EstimateRequest;

test.each([
  [{ model: 7 }, 'model is 7. Pass a model id, such as "o1".'],
  [{ prompt: 'x' }, 'Pass a prompt, messages or an input count; this request has 2 of them.'],
  [{ input: undefined }, 'Pass a prompt, messages or an input count; this request has none of them.'],
  [{ input: undefined, prompt: 7 }, 'prompt is of type number. Pass a string.'],
  [{ input: -1 }, 'input is -1. Pass a whole number of at least 0.'],
  [{ input: 1.5 }, 'input is 1.5. Pass a whole number of at least 0.'],
  [{ input: Number.NaN }, 'input is NaN. Pass a whole number of at least 0.'],
  [{ input: 2 ** 60 }, 'input is 1152921504606847000. Pass a whole number of at least 0.'],
  [{ input: '5' }, 'input is "5". Pass a whole number of at least 0.'],
  [{ output: -1 }, 'output is -1. Pass a whole number of at least 0.'],
  [{ output: [] }, 'output is an object. Pass a whole number of at least 0.'],
  [{ output: { max: null } }, 'output.max is null. Pass a whole number of at least 0.'],
  [{ output: { expected: 5, max: 4 } }, 'output.expected (5) cannot exceed output.max (4).'],
  [{ cachedInput: 2 }, 'cachedInput (2) cannot exceed the input, which has 1 tokens.'],
  [{ cachedInput: { read: 1, write: 1 } }, 'cachedInput (2) cannot exceed the input, which has 1 tokens.'],
  [{ cachedInput: { ttl: '2h' } }, `cachedInput.ttl is "2h". Pass '5m', '30m' or '1h'.`],
  [
    { output: 2 ** 52, choices: 4 },
    'calls (1) of up to 18014398509481984 tokens are more than 9007199254740991 in all, which is as far as they are counted.',
  ],
  [
    { output: 2 ** 52, calls: 4 },
    'calls (4) of up to 4503599627370497 tokens are more than 9007199254740991 in all, which is as far as they are counted.',
  ],
  [
    { encoding: 'o200k_base' },
    "encoding is of type string. Pass what loadEncoding('o200k_base') resolves to.",
  ],
  [{ calls: 0 }, 'calls is 0. Pass a whole number of at least 1.'],
  [{ choices: 0.5 }, 'choices is 0.5. Pass a whole number of at least 1.'],
  [{ calls: null }, 'calls is null. Pass a whole number of at least 1.'],
  [{ messages: [] }, 'Pass a prompt, messages or an input count; this request has 2 of them.'],
  [{ input: undefined, messages: 'hi' }, 'messages is of type string. Pass a list of messages.'],
  [{ tools: [] }, 'tools cannot stand beside input, which counts all that goes in. Leave one of them out.'],
])('%o is refused at the door', async (bad, message) => {
  await expect(estimateCost(request(bad))).rejects.toMatchObject({ code: 'invalid-input', message });
});

test.each(['yesterday', '2025-02-30', '2025-01-27T10:00', new Date(Number.NaN)])(
  'the instant %s is refused',
  async (at) => {
    await expect(estimateCost(request({ at }))).rejects.toMatchObject({ code: 'invalid-instant' });
    await expect(estimateCost(request({ at, model: 'no-such' }))).rejects.toMatchObject({
      code: 'invalid-instant',
    });
  },
);

test.each([
  [null, 'The request is null. Pass an object.'],
  ['Why is the sky blue?', 'The request is of type string. Pass an object.'],
  [[{ role: 'user' }], 'The request is an array. Pass an object.'],
])('%j is no request', async (bad, message) => {
  const request = bad as unknown as EstimateRequest;
  await expect(estimateCost(request)).rejects.toMatchObject({ code: 'invalid-input', message });
  await expect(compareCosts(request, ['o1'])).rejects.toMatchObject({ code: 'invalid-input', message });
});

test.each([
  [undefined, 'models is undefined. Pass a list of model ids, such as ["o1"].'],
  ['o1', 'models is "o1". Pass a list of model ids, such as ["o1"].'],
  [['o1', 7], 'model is 7. Pass a model id, such as "o1".'],
])('%j is no list of models to compare', async (bad, message) => {
  const comparison = compareCosts({ input: 1, output: 1 }, bad as unknown as string[]);
  await expect(comparison).rejects.toMatchObject({ code: 'invalid-input', message });
});

describe.each([
  '__proto__',
  'constructor',
  'toString',
  '../o1',
  'o1\u0000',
  'file:///o1',
  ''.padEnd(10_000, 'x'),
])('the id %j', (model) => {
  test('is unknown, and never free', async () => {
    expect(await estimateCost(request({ model }))).toMatchObject({
      priced: false,
      price: { priced: false, reason: 'unknown-model' },
    });
  });

  test('is a typed error where a number must be given', async () => {
    await expect(countTokens('x', model)).rejects.toMatchObject({ code: 'unknown-model' });
    await expect(encodingFor(model)).rejects.toMatchObject({ code: 'unknown-model' });
  });
});

test('no error holds the text of the prompt', async () => {
  const canary = 'canary-7f3a';
  for (const bad of [
    { prompt: canary },
    { prompt: { text: canary }, input: undefined },
    { prompt: canary, input: undefined, cachedInput: 1_000 },
    { encoding: canary },
    { model: 'no-such', prompt: canary, input: undefined, output: -1 },
  ]) {
    await expect(estimateCost(request(bad))).rejects.not.toHaveProperty(
      'message',
      expect.stringContaining(canary),
    );
  }
  await expect(estimateCost(canary as unknown as EstimateRequest)).rejects.not.toHaveProperty(
    'message',
    expect.stringContaining(canary),
  );
});
