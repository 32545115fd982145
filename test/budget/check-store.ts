import fc from 'fast-check';
import type { BudgetStore, CapLimit } from '../../src/budget/index.js';
import { assertThat } from './assert-same.js';
import { commands, settled } from './ledger-commands.js';
import { assertInvariants } from './ledger-invariants.js';
import { Model, spent, type World } from './ledger-model.js';

/**
 * Runs sequences against a store.
 *
 * @returns fast-check's report: `failed` is false when the store and the model never differed.
 */
export function checkStore(
  makeStore: (clock: World['clock']) => BudgetStore,
  options: { readonly runs: number; readonly seed: number },
): Promise<fc.RunDetails<[Iterable<fc.AsyncCommand<Model, World>>, bigint, bigint]>> {
  const limit = fc.bigInt({ min: 20n, max: 200n });
  const property = fc.asyncProperty(commands, limit, limit, async (sequence, inTotal, aMinute) => {
    const clock = { at: Date.parse('2026-11-24T03:16:00Z') };
    const caps: CapLimit[] = [
      { scope: 'org', per: 'total', limit: inTotal * 3n },
      { scope: 'user', per: 'minute', limit: aMinute },
    ];
    const world: World = { store: makeStore(clock), clock, caps };
    const model = new Model();
    await fc.asyncModelRun(() => ({ model, real: world }), sequence);
    await assertAllIsPosted(model, world);
  });
  return fc.check(property, { numRuns: options.runs, seed: options.seed });
}

/** Every caller reports in the end: then the books hold all that was really spent. */
async function assertAllIsPosted(model: Model, world: World): Promise<void> {
  model.pass(world.clock.at);
  for (const [id, { real, entry }] of model.grants) {
    const now = model.known(id);
    // A grant that was overwritten, or settled by a wrong amount first, stands as it is.
    if (real !== undefined && (now === entry || !now))
      await settled(model, world, id, real, entry.reservedAt);
  }
  await assertInvariants(model, world);
  const cap = world.caps.find(({ per }) => per === 'total')!;
  const posted = model.total(spent, cap, 0);
  const honest = model.everyGrant.filter(({ entry, real }) => real !== undefined && entry.charged >= real);
  const real = honest.reduce((sum, grant) => sum + grant.real!, 0n);
  assertThat('I6 in the end', real <= posted);
}
