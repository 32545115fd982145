import { describe, expect, it } from 'vitest';
import { type BudgetStore, memoryStore } from '../../src/budget/index.js';
import { checkStore } from './check-store.js';
import { forgettingReleased, ignoringHeld, releasingOnExpiry, settlingTwice } from './faulty-stores.js';
import { RETENTION, type World } from './ledger-model.js';

// PROMPTCOST_MODEL_RUNS=100000 npx vitest run test/budget/ledger-model.test.ts
const { PROMPTCOST_MODEL_RUNS = '3000', PROMPTCOST_MODEL_SEED = '20261124' } = process.env;
const runs = Number(PROMPTCOST_MODEL_RUNS);
const seed = Number(PROMPTCOST_MODEL_SEED);

function good(clock: World['clock']): BudgetStore {
  return memoryStore({ now: () => new Date(clock.at), retention: RETENTION });
}

const FAULTS: Record<string, (clock: World['clock']) => BudgetStore> = {
  'ignores held money in the admission': (clock) => ignoringHeld(good(clock)),
  'posts a repeated settle twice': (clock) => settlingTwice(good(clock)),
  'gives expired holds back': (clock) => releasingOnExpiry(good(clock), clock),
  'forgets released ids': (clock) => forgettingReleased(good(clock)),
};

describe(`a ledger against its model, ${runs} sequences, seed ${seed}`, () => {
  it('never differs from the model', async () => {
    const report = await checkStore(good, { runs, seed });
    console.info(`ledger model: ${report.numRuns} sequences, seed ${report.seed}`);
    expect(report.failed, `${report.counterexample?.[0]}\n${report.errorInstance}`).toBe(false);
    expect(report.numRuns).toBe(runs);
  }, 3_600_000); // 100,000 sequences take minutes

  it.each(Object.entries(FAULTS))('the model finds a ledger that %s', async (_, faulty) => {
    const report = await checkStore(faulty, { runs: 3_000, seed });
    expect(report.failed).toBe(true);
    console.info(`found after ${report.numRuns} sequences: ${report.counterexample?.[0]}`);
  });
});
