import { expectTypeOf, test } from 'vitest';
import type * as ours from '../../src/entries/index.js';

test('the methods of an estimator take and give what the functions of the same name do', () => {
  expectTypeOf<ours.Estimator['estimateCost']>().toEqualTypeOf<typeof ours.estimateCost>();
  expectTypeOf<ours.Estimator['estimateCostSync']>().toEqualTypeOf<typeof ours.estimateCostSync>();
  expectTypeOf<ours.Estimator['compareCosts']>().toEqualTypeOf<typeof ours.compareCosts>();
  expectTypeOf<ours.Estimator['countTokens']>().toEqualTypeOf<typeof ours.countTokens>();
  expectTypeOf<ours.Estimator['tokenize']>().toEqualTypeOf<typeof ours.tokenize>();
  expectTypeOf<ours.Estimator['costOfUsage']>().toEqualTypeOf<typeof ours.costOfUsage>();
  expectTypeOf<ours.Estimator['priceOf']>().toEqualTypeOf<typeof ours.priceOf>();
});
