import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEstimator } from '../../src/estimate/index.js';
import { listModels } from '../../src/models/index.js';
import { someBudget } from './some-budget.js';

it('a hold covers every usage within the tokens it was asked for, cached or not, for every model with a price for words', async () => {
  const estimator = createEstimator();
  const now = (): Date => new Date('2026-11-24T12:00:00Z');
  const ids = listModels().map(({ model }) => model);
  const priced = ids.filter((model) => {
    const price = estimator.priceOf(model, { at: now() });
    return price.priced && price.currency === 'USD' && price.rates.output !== undefined;
  });
  expect(priced.length).toBeGreaterThan(5);
  const { budget } = someBudget('9000000', { now });
  const upTo = fc.integer({ min: 0, max: 400_000 });
  const share = fc.integer({ min: 0, max: 100 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...priced),
      upTo,
      upTo,
      share,
      share,
      share,
      async (model, input, max, i, o, c) => {
        const admission = await budget.reserve({ model, input: input + 1, output: { max } });
        if (!admission.ok) throw new Error(admission.message);
        const prompt = Math.floor((input * i) / 100) + 1;
        const bill = await admission.reservation.settle({
          prompt_tokens: prompt,
          completion_tokens: Math.floor((max * o) / 100),
          prompt_tokens_details: { cached_tokens: Math.floor((prompt * c) / 100) },
        });
        expect(bill.warnings.map(({ code }) => code)).not.toContain('overrun');
      },
    ),
    { numRuns: 500 },
  );
});
