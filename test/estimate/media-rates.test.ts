import { expect, test } from 'vitest';
import { createEstimator, explain } from '../../src/estimate/index.js';
import { wav } from '../request/media/files.js';
import { letterEncoding } from './letter-encoding.js';

const { estimateCost } = createEstimator({
  encodings: { gemma3: letterEncoding('letters'), o200k_base: letterEncoding('letters') },
  now: () => new Date('2026-11-01T00:00:00Z'),
});

const sound = { inlineData: { mimeType: 'audio/wav', data: wav(10) } };

test('sound is billed at the rate of sound, where the offer has one', async () => {
  const messages = [{ role: 'user', parts: [{ text: 'What is said?' }, sound] }];
  const estimate = await estimateCost({ model: 'gemini-2.5-flash', messages, output: 0 });
  // 10 seconds of 32 tokens each
  expect(estimate.parts!.find(({ meter }) => meter === 'inputAudio')!.tokens.likely).toBe(320);
  expect(estimate.tokens!.input.likely).toBe(320 + 'What is said?'.length);
  expect(estimate).toMatchObject({
    priced: true,
    lines: [
      { meter: 'input', quantity: 13 },
      { meter: 'inputAudio', quantity: 320, rate: '1' },
    ],
  });
  expect(explain(estimate)).toMatch(/audio +320 tokens +0\.00032 USD/);
});

test('a cached beginning is taken from the text first', async () => {
  const messages = [{ role: 'user', parts: [{ text: 'x'.repeat(100) }, sound] }];
  const estimate = await estimateCost({ model: 'gemini-2.5-flash', messages, output: 0, cachedInput: 150 });
  expect(estimate).toMatchObject({
    priced: true,
    lines: [
      { meter: 'cacheRead', quantity: 150 },
      { meter: 'inputAudio', quantity: 270 },
    ],
  });
});

test('a picture is billed as text where the offer has no rate of its own for it', async () => {
  const image_url = { url: 'https://example.com/sky.png', detail: 'low' };
  const messages = [{ role: 'user', content: [{ type: 'image_url', image_url }] }];
  const estimate = await estimateCost({ model: 'gpt-4o', messages, output: 0 });
  // 85 of the picture, 3 and the letters of the role, 3 to prime the reply
  expect(estimate.tokens!.input.likely).toBe(85 + 3 + 'user'.length + 3);
  expect(estimate).toMatchObject({
    priced: true,
    lines: [{ meter: 'input', quantity: 95 }],
  });
});
