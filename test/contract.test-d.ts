import { describe, expectTypeOf, test } from 'vitest';
import type * as ourBudget from '../src/entries/budget.js';
import type * as ours from '../src/entries/index.js';
import type * as contract from './contract.js';
import type * as budget from './contract-budget.js';

/** What a request may say beyond the contract. */
type Added = 'toolChoice' | 'mediaResolution' | 'unread';

describe('what a caller hands in', () => {
  test('is exactly what was promised, none less and only what is said of tools, media and unread fields more', () => {
    expectTypeOf<ours.Conditions>().toEqualTypeOf<contract.Conditions>();
    expectTypeOf<Omit<ours.PromptRequest, Added>>().toEqualTypeOf<contract.PromptRequest>();
    expectTypeOf<ours.Encoding>().toEqualTypeOf<contract.Encoding>();
    expectTypeOf<ours.EncodeOptions>().toEqualTypeOf<contract.EncodeOptions>();
    expectTypeOf<ours.PriceTable>().toEqualTypeOf<contract.PriceTable>();
    expectTypeOf<ours.Instant>().toEqualTypeOf<contract.Instant>();
    expectTypeOf<ours.Quantities>().toEqualTypeOf<contract.Quantities>();
  });

  // More ids may complete in the editor; every string goes in all the same.
  test('may name any model', () => {
    expectTypeOf<string>().toExtend<ours.ModelId>();
    expectTypeOf<ours.EstimateRequest>().toExtend<contract.EstimateRequest>();
    expectTypeOf<contract.EstimateRequest>().toExtend<ours.EstimateRequest>();
    expectTypeOf<ours.EstimatorOptions>().toExtend<contract.EstimatorOptions>();
    expectTypeOf<contract.EstimatorOptions>().toExtend<ours.EstimatorOptions>();
    expectTypeOf<Exclude<keyof ours.EstimateRequest, Added | 'toolUses'>>().toEqualTypeOf<
      keyof contract.EstimateRequest
    >();
  });
});

describe('what a caller gets back', () => {
  test('is exactly what was promised, where there is nothing to add', () => {
    expectTypeOf<ours.TokenRange>().toEqualTypeOf<contract.TokenRange>();
    expectTypeOf<ours.Amount>().toEqualTypeOf<contract.Amount>();
    expectTypeOf<ours.Line>().toEqualTypeOf<contract.Line>();
    expectTypeOf<ours.Warning>().toEqualTypeOf<contract.Warning>();
    expectTypeOf<ours.Token>().toEqualTypeOf<contract.Token>();
    expectTypeOf<ours.ModelSummary>().toEqualTypeOf<contract.ModelSummary>();
    expectTypeOf<ours.Exactness>().toEqualTypeOf<contract.Exactness>();
    expectTypeOf<ours.Meter>().toEqualTypeOf<contract.Meter>();
    expectTypeOf<ours.Currency>().toEqualTypeOf<contract.Currency>();
  });

  test('has at least the fields that were promised', () => {
    expectTypeOf<ours.Resolution>().toExtend<contract.Resolution>();
    expectTypeOf<ours.TokenCount>().toExtend<contract.TokenCount>();
    expectTypeOf<ours.PriceInForce>().toExtend<contract.PriceInForce>();
    expectTypeOf<ours.Unpriced>().toExtend<contract.Unpriced>();
    expectTypeOf<ours.Bill>().toExtend<contract.Bill>();
    expectTypeOf<ours.PricedEstimate>().toExtend<contract.PricedEstimate>();
    expectTypeOf<ours.UnpricedEstimate>().toExtend<contract.UnpricedEstimate>();
    expectTypeOf<ours.Estimate>().toExtend<contract.Estimate>();
    expectTypeOf<ours.Estimator>().toExtend<contract.Estimator>();
  });

  test('keeps the words that a caller branches on', () => {
    expectTypeOf<ours.Unpriced['reason']>().toEqualTypeOf<contract.Unpriced['reason']>();
    expectTypeOf<ours.PriceInForce['status']>().toEqualTypeOf<contract.PriceInForce['status']>();
    expectTypeOf<ours.PriceInForce['rates']>().toEqualTypeOf<contract.PriceInForce['rates']>();
    type Refusal<T> = Extract<T, { ok: false }> extends { reason: infer R } ? R : never;
    expectTypeOf<Refusal<ourBudget.Admission>>().toEqualTypeOf<Refusal<budget.Admission>>();
  });

  test('tells an estimate with a price from one without', () => {
    const costOf = (estimate: ours.Estimate): string | undefined => {
      // @ts-expect-error: nothing is priced until it is asked whether it is
      estimate.cost;
      return estimate.priced ? estimate.cost.likely : estimate.price.successor;
    };
    expectTypeOf(costOf).returns.toEqualTypeOf<string | undefined>();
  });
});

test('the functions are those of an estimator with its defaults, and a few to look things up', () => {
  type Promised = contract.Estimator & {
    createEstimator(options?: contract.EstimatorOptions): contract.Estimator;
    tokenize(text: string, model: contract.ModelId): Promise<contract.Token[]>;
    resolveModel(id: string): contract.Resolution;
    listModels(filter?: { readonly provider?: string; readonly encoding?: string }): contract.ModelSummary[];
    loadEncoding(name: string): Promise<contract.Encoding>;
    encodingFor(model: contract.ModelId): Promise<contract.Encoding>;
    fromCompiled(bytes: Uint8Array): contract.Encoding;
  };
  expectTypeOf<typeof ours>().toExtend<Promised>();
});

describe('a budget', () => {
  test('takes the requests and caps that were promised', () => {
    expectTypeOf<budget.Cap>().toExtend<ourBudget.Cap>();
    expectTypeOf<ourBudget.Cap>().toExtend<budget.Cap>();
    expectTypeOf<budget.BudgetRequest>().toExtend<ourBudget.BudgetRequest>();
    expectTypeOf<{ readonly caps: readonly budget.Cap[] }>().toExtend<ourBudget.BudgetOptions>();
  });

  test('answers with at least the promised fields', () => {
    expectTypeOf<ourBudget.Reservation>().toExtend<budget.Reservation>();
    expectTypeOf<ourBudget.Admission>().toExtend<budget.Admission>();
    expectTypeOf<ourBudget.BudgetStore>().toExtend<budget.BudgetStore>();
    expectTypeOf<typeof ourBudget.fitsBudget>().toExtend<budget.FitsBudget>();
    expectTypeOf<typeof ourBudget.assertWithinBudget>().toExtend<budget.AssertWithinBudget>();
    expectTypeOf<ReturnType<typeof ourBudget.createBudget>>().toExtend<budget.Budget>();
  });
});
