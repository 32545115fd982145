import type { BudgetStore, CapLimit, HoldAnswer } from '../../src/budget/index.js';

export const ORG: CapLimit = { scope: 'org', per: 'total', limit: 100n };
export const USER: CapLimit = { scope: 'user:ada', per: 'day', limit: 50n };
export const TTL = 1_000;

export function hold(
  store: BudgetStore,
  id: string,
  amount: bigint,
  caps: CapLimit[] = [ORG],
): Promise<HoldAnswer> {
  return store.reserve({ id, amount, caps, ttl: TTL });
}

export async function booksOf(store: BudgetStore): Promise<Record<string, string>> {
  const balances = await store.balances();
  return Object.fromEntries(
    balances.map((b) => [`${b.scope} ${b.window}`, `${b.spent} spent, ${b.held} held`]),
  );
}
