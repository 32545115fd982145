import { inspect, isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { BudgetStore, CapLimit, HoldAnswer, Picos, SettleAnswer } from '../../src/budget/index.js';

// The ledger's rules a second time, as slowly and plainly as possible: a list of everything that ever happened, summed anew
// for each question; beside it the caller, who remembers what was granted, and the provider, who knows what was really used.
// Any BudgetStore can be put against it.

/** What the store must be made with, so that forgetting happens within a sequence. */
export const RETENTION = 40_000;
const MINUTE = 60_000;

export interface World {
  readonly store: BudgetStore;
  /** Milliseconds; the store's clock reads it. */
  readonly clock: { at: number };
  readonly caps: readonly CapLimit[];
}

/** One entry in the books, from its reserve (or its post) until for ever. */
interface Entry {
  readonly id: string;
  /** 0 for what was posted without a hold. */
  readonly amount: Picos;
  readonly posted: boolean;
  readonly reservedAt: number;
  readonly expiresAt: number;
  state: 'held' | 'settled' | 'released' | 'expired';
  wasReleased: boolean;
  /** Settled by somebody who does not know what the call used. */
  misreported: boolean;
  charged: Picos;
  resolvedAt: number;
  forgotten: boolean;
  /** Its minute is over and every entry of it forgotten: the books of that minute are closed for good. */
  closed: boolean;
}

/** What a caller remembers of its latest grant under an id, and what the provider charged for the call. */
interface Grant {
  readonly entry: Entry;
  real?: Picos;
}

export class Model {
  readonly entries: Entry[] = [];
  readonly grants: Map<string, Grant> = new Map();
  readonly everyGrant: Grant[] = [];

  known(id: string): Entry | undefined {
    return this.entries.find((entry) => entry.id === id && !entry.forgotten);
  }

  pass(now: number): void {
    for (const entry of this.entries) {
      if (entry.state === 'held' && entry.expiresAt <= now) {
        Object.assign(entry, { state: 'expired', charged: entry.amount, resolvedAt: now });
      }
      if (entry.state !== 'held' && entry.resolvedAt + RETENTION <= now) entry.forgotten = true;
    }
    for (const entry of this.entries) {
      const minute = this.entries.filter((other) => isSameMinute(entry.reservedAt, other.reservedAt));
      entry.closed ||= !isSameMinute(entry.reservedAt, now) && minute.every((other) => other.forgotten);
    }
  }

  inWindow(cap: CapLimit, at: number): Entry[] {
    return this.entries.filter((entry) => isInWindow(cap, entry, at));
  }

  total(of: (entry: Entry) => Picos, cap: CapLimit, at: number): Picos {
    return this.inWindow(cap, at).reduce((sum, entry) => sum + of(entry), 0n);
  }
}

const spent = (entry: Entry): Picos => entry.charged;
const held = (entry: Entry): Picos => (entry.state === 'held' ? entry.amount : 0n);
// Money in the books that no hold stood for when it was posted.
const unheld = (entry: Entry): Picos => max(0n, entry.charged - (entry.wasReleased ? 0n : entry.amount));
const max = (a: Picos, b: Picos): Picos => (a > b ? a : b);
const min = (a: Picos, b: Picos): Picos => (a < b ? a : b);

function isInWindow(cap: CapLimit, entry: Entry, at: number): boolean {
  return cap.per === 'total' || (!entry.closed && isSameMinute(entry.reservedAt, at));
}

function isSameMinute(a: number, b: number): boolean {
  return Math.floor(a / MINUTE) === Math.floor(b / MINUTE);
}

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

async function settled(
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

async function assertInvariants(model: Model, { store, clock, caps }: World): Promise<void> {
  const balances = await store.balances();
  for (const cap of caps) {
    const starts = new Set(
      [clock.at, ...model.entries.map((entry) => entry.reservedAt)].map((at) => windowStart(cap, at)),
    );
    for (const at of starts) {
      const isClosed =
        cap.per !== 'total' && !isSameMinute(at, clock.at) && model.inWindow(cap, at).length === 0;
      const name = cap.per === 'total' ? 'total' : new Date(at).toISOString().slice(0, 16);
      const found = balances.find((b) => b.scope === cap.scope && b.per === cap.per && b.window === name);
      if (isClosed) {
        assertSame(`the closed books of ${name}`, found, undefined);
        continue;
      }
      const books = { spent: found?.spent ?? 0n, held: found?.held ?? 0n };
      // I3: each counter is the sum of its entries (and so I4: replays have changed nothing, I5: denials left no trace).
      assertSame(`I3: ${cap.scope} ${name}`, books, {
        spent: model.total(spent, cap, at),
        held: model.total(held, cap, at),
      });
      // I2: never over the limit, but for money that no hold stood for; never below zero.
      assertThat('I2: nothing below zero', books.spent >= 0n && books.held >= 0n);
      assertThat(
        'I2: within the limit',
        books.spent + books.held <= cap.limit + model.total(unheld, cap, at),
      );
      assertReality(model, cap, at, books.spent + books.held);
    }
  }
}

// Vitest's expect would take nine tenths of the time.
function assertSame(what: string, found: unknown, expected: unknown): void {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`${what}: ${inspect(found)} instead of ${inspect(expected)}`);
}

function assertThat(what: string, holds: boolean): void {
  if (!holds) throw new Error(`${what} is broken`);
}

function windowStart(cap: CapLimit, at: number): number {
  return cap.per === 'total' ? 0 : Math.floor(at / MINUTE) * MINUTE;
}

function assertReality(model: Model, cap: CapLimit, at: number, inBooks: Picos): void {
  let beyondHolds = 0n;
  let real = 0n;
  let accounted = 0n;
  for (const grant of model.everyGrant) {
    const { entry } = grant;
    if (grant.real === undefined || !isInWindow(cap, entry, at)) continue;
    const cover = entry.wasReleased || entry.misreported ? 0n : entry.amount;
    real += grant.real;
    beyondHolds += max(0n, grant.real - cover);
    accounted += min(grant.real, cover);
  }
  // I1: what was really spent stays within the limit, but for what calls used beyond their holds.
  assertThat('I1', real <= cap.limit + beyondHolds);
  // I6: the books never say less than what was really spent under a hold.
  assertThat('I6', accounted <= inBooks);
}

/** Every caller reports in the end: then the books hold all that was really spent. */
export async function assertAllIsPosted(model: Model, world: World): Promise<void> {
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
