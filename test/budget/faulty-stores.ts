import type { Balance, BudgetStore } from '../../src/budget/index.js';
import type { World } from './ledger-model.js';

// Four mistakes that real ledgers have made, each wrapped around a good store.

/** Check-then-add: admits by what is spent, blind to what is held. */
export function ignoringHeld(store: BudgetStore): BudgetStore {
  return {
    ...store,
    async reserve(hold) {
      const balances = await store.balances();
      const caps = hold.caps.map((cap) => ({ ...cap, limit: cap.limit + heldNow(balances, cap.scope) }));
      const answer = await store.reserve({ ...hold, caps });
      if (answer.outcome !== 'denied') return answer;
      const cap = hold.caps.find(({ scope }) => scope === answer.cap.scope) ?? answer.cap;
      return { ...answer, cap };
    },
  };
}

function heldNow(balances: readonly Balance[], scope: string): bigint {
  return balances.reduce((sum, balance) => (balance.scope === scope ? sum + balance.held : sum), 0n);
}

/** Posts a repeated settle a second time. */
export function settlingTwice(store: BudgetStore): BudgetStore {
  let repeats = 0;
  return {
    ...store,
    async settle(settlement) {
      const answer = await store.settle(settlement);
      const isRepeat = answer.outcome === 'settled' && answer.replayed;
      if (isRepeat) await store.settle({ ...settlement, id: `repeat ${repeats++}` });
      return answer;
    },
  };
}

/** Gives an expired hold back, as card authorisations do, although its call may have left. */
export function releasingOnExpiry(store: BudgetStore, clock: World['clock']): BudgetStore {
  const expiries = new Map<string, number>(); // id → when
  const expire = async (): Promise<void> => {
    for (const [id, at] of expiries) {
      if (at > clock.at) continue;
      expiries.delete(id);
      await store.release(id);
    }
  };
  return {
    name: 'releasing on expiry',
    async reserve(hold) {
      await expire();
      const answer = await store.reserve({ ...hold, ttl: 1e12 });
      if (answer.outcome !== 'held') return answer;
      const expiresAt = answer.replayed ? (expiries.get(hold.id) ?? 0) : clock.at + hold.ttl;
      if (!answer.replayed) expiries.set(hold.id, expiresAt);
      return { ...answer, expiresAt };
    },
    settle: (settlement) => expire().then(() => store.settle(settlement)),
    release: (id) => expire().then(() => store.release(id)),
    sweep: () => expire().then(() => store.sweep()),
    balances: () => expire().then(() => store.balances()),
  };
}

/** Drops a released id at once, so that a repeated reserve becomes a second hold. */
export function forgettingReleased(store: BudgetStore): BudgetStore {
  const lives = new Map<string, number>(); // id → how often it was released
  const inner = (id: string): string => `${id} ${lives.get(id) ?? 0}`;
  return {
    ...store,
    reserve: (hold) => store.reserve({ ...hold, id: inner(hold.id) }),
    settle: (settlement) => store.settle({ ...settlement, id: inner(settlement.id) }),
    async release(id) {
      const answer = await store.release(inner(id));
      if (answer.outcome === 'released') lives.set(id, (lives.get(id) ?? 0) + 1);
      return answer;
    },
  };
}
