import { describe, expect, it } from 'vitest';
import { createEstimator, usageOf } from '../../src/entries/index.js';
import { explain } from '../../src/entries/request.js';
import {
  affordableOutputTokens,
  calibrate,
  cheapest,
  lighterTexts,
  planConversation,
} from '../../src/plan/index.js';

const invalid = expect.objectContaining({ name: 'PromptCostError', code: 'invalid-input' });
const SECRET = 'my secret plan for the day';

describe('what is no request, estimate or state', () => {
  it('is a typed error', async () => {
    for (const nothing of [undefined, null] as never[]) {
      expect(() => explain(nothing)).toThrow(invalid);
      expect(() => calibrate(nothing, {})).toThrow(invalid);
      await expect(planConversation(nothing)).rejects.toEqual(invalid);
    }
    expect(() => explain({ model: 'o1', prompt: SECRET } as never)).toThrow(invalid);
    expect(() => createEstimator({ calibration: 'junk' as never })).toThrow(invalid);
    await expect(cheapest({ input: 1 }, [])).rejects.toThrow('models is empty');
  });

  it('never shows a text that stands in the wrong place', async () => {
    const errors = await Promise.allSettled([
      lighterTexts('o1', SECRET),
      affordableOutputTokens({ model: 'o1', input: 1 }, SECRET),
      createEstimator().countTokens('o1', SECRET),
      (async () => usageOf(SECRET))(),
      (async () => usageOf('x'.repeat(200)))(),
    ]);
    for (const result of errors) {
      const message = result.status === 'rejected' ? String(result.reason) : '';
      expect(message).toMatch(/PromptCostError: .*a text of \d+ characters/);
      expect(message).not.toContain('secret');
      expect(message).not.toContain('xxx');
    }
  });
});
