import fc from 'fast-check';
import type { CapLimit, HoldAnswer, Picos, SettleAnswer } from '../../src/budget/index.js';
import { assertSame } from './assert-same.js';
import { assertInvariants } from './ledger-invariants.js';
import { type Entry, held, MINUTE, type Model, max, min, spent, type World } from './ledger-model.js';

type Step = (model: Model, world: World) => Promise<void>;

class Command implements fc.AsyncCommand<Model, World> {
  readonly #text: string;
  readonly #step: Step;
  constructor(text: string, step: Step) {
    this.#text = text;
    this.#step = step;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, world: World): Promise<void> {
    model.pass(world.clock.at);
    await this.#step(model, world);
    model.pass(world.clock.at);
    await assertInvariants(model, world);
  }
  toString(): string {
    return this.#text;
  }
}

function reserve(id: string, amount: Picos, ttl: number): Command {
  return new Command(`reserve ${id} ${amount} for ${ttl}`, async (model, { store, clock, caps }) => {
    const answer = await store.reserve({ id, amount, caps, ttl });
    assertSame('answer', answer, expectedHold(model, id, amount, ttl, clock.at, caps));
    if (answer.outcome !== 'held' || answer.replayed) return;
    const times = { reservedAt: clock.at, expiresAt: clock.at + ttl, resolvedAt: 0 };
    const flags = { posted: false, wasReleased: false, misreported: false, forgotten: false, closed: false };
    const entry: Entry = { id, amount, state: 'held', charged: 0n, ...times, ...flags };
    model.entries.push(entry);
    const grant = { entry };
    model.grants.set(id, grant);
    model.everyGrant.push(grant);
  });
}

function expectedHold(
  model: Model,
  id: string,
  amount: Picos,
  ttl: number,
  now: number,
  caps: readonly CapLimit[],
): HoldAnswer {
  const known = model.known(id);
  if (known && (known.posted || known.amount !== amount)) return { outcome: 'conflict' };
  if (known) {
    const { state, reservedAt, expiresAt } = known;
    return { outcome: 'held', replayed: true, state, reservedAt, expiresAt };
  }
  const rooms = caps.map((cap) => cap.limit - model.total((e) => spent(e) + held(e), cap, now));
  const least = rooms.reduce(min);
  const cap = caps[rooms.indexOf(least)]!;
  if (amount <= least) {
    return { outcome: 'held', replayed: false, state: 'held', reservedAt: now, expiresAt: now + ttl };
  }
  const resetsAt = cap.per === 'total' ? null : (Math.floor(now / MINUTE) + 1) * MINUTE;
  return { outcome: 'denied', cap, remaining: max(0n, least), resetsAt };
}

/** The provider answers, once for each grant; also where the caller has released it or let it expire, and beyond the hold. */
function call(id: string, percent: bigint): Command {
  return new Command(`call ${id} at ${percent} %`, async (model) => {
    const grant = model.grants.get(id);
    if (grant && grant.real === undefined) grant.real = (grant.entry.amount * percent) / 100n;
  });
}

function settle(id: string, extra: Picos): Command {
  return new Command(`settle ${id}${extra ? ` with ${extra} more` : ''}`, async (model, world) => {
    const grant = model.grants.get(id);
    if (grant?.real !== undefined)
      await settled(model, world, id, grant.real + extra, grant.entry.reservedAt);
  });
}

/** A settle whose reserve this store has never seen: an invoice, or books that were lost. */
function post(id: string, amount: Picos, ago: number): Command {
  return new Command(`post ${id} ${amount} of ${ago} ago`, async (model, world) => {
    const known = model.known(id);
    if (known) known.misreported = true;
    await settled(model, world, id, amount, world.clock.at - ago);
  });
}

export async function settled(
  model: Model,
  world: World,
  id: string,
  amount: Picos,
  reservedAt: number,
): Promise<void> {
  const { store, clock, caps } = world;
  const answer = await store.settle({ id, amount, caps, reservedAt });
  const known = model.known(id);
  assertSame('answer', answer, expectedSettle(known, amount));
  if (!known) {
    const times = { reservedAt, expiresAt: reservedAt, resolvedAt: clock.at };
    const flags = { posted: true, wasReleased: false, misreported: false, forgotten: false, closed: false };
    model.entries.push({ id, amount: 0n, state: 'settled', charged: amount, ...times, ...flags });
  } else if (known.state !== 'settled') {
    Object.assign(known, { state: 'settled', charged: amount, resolvedAt: clock.at });
  }
}

function expectedSettle(known: Entry | undefined, amount: Picos): SettleAnswer {
  if (!known) return { outcome: 'settled', from: 'unknown', replayed: false };
  if (known.state !== 'settled') return { outcome: 'settled', from: known.state, replayed: false };
  if (known.charged !== amount) return { outcome: 'conflict', settled: known.charged };
  return { outcome: 'settled', from: 'settled', replayed: true };
}

function release(id: string): Command {
  return new Command(`release ${id}`, async (model, { store, clock }) => {
    const answer = await store.release(id);
    const known = model.known(id);
    if (!known) return assertSame('answer', answer, { outcome: 'unknown' });
    const { state } = known;
    if (state === 'settled' || state === 'expired') {
      return assertSame('answer', answer, { outcome: 'conflict', state });
    }
    assertSame('answer', answer, { outcome: 'released', replayed: state === 'released' });
    if (state === 'held')
      Object.assign(known, { state: 'released', wasReleased: true, resolvedAt: clock.at });
  });
}

function tick(ms: number): Command {
  return new Command(`tick ${ms}`, async (_, { clock }) => {
    clock.at += ms;
  });
}

const ids = fc.integer({ min: 0, max: 7 }).map((n) => `r${n}`);
const picos = fc.bigInt({ min: 0n, max: 60n });

/** Sequences of what callers, clocks and the provider may do, in any order, twice, or too late. */
export const commands: fc.Arbitrary<Iterable<fc.AsyncCommand<Model, World>>> = fc.commands(
  [
    fc.tuple(ids, picos, fc.integer({ min: 1, max: 20_000 })).map((args) => reserve(...args)),
    fc.tuple(ids, fc.bigInt({ min: 0n, max: 100n })).map((args) => call(...args)),
    fc.tuple(ids, fc.bigInt({ min: 0n, max: 130n })).map((args) => call(...args)),
    fc.tuple(ids, fc.constant(0n)).map((args) => settle(...args)),
    fc.tuple(ids, fc.constantFrom(0n, 0n, 3n)).map((args) => settle(...args)),
    fc.tuple(ids, picos, fc.integer({ min: 0, max: 90_000 })).map((args) => post(...args)),
    ids.map(release),
    fc.integer({ min: 1, max: 30_000 }).map(tick),
  ],
  { maxCommands: 40, size: 'max' },
);
