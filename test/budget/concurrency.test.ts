import { describe, expect, it } from 'vitest';
import { CALL, MILLI, someBudget, usage } from './some-budget.js';

const CALLERS = 500;
const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 1));

describe('500 callers at once, and money for ten', () => {
  // ten calls of $0.021
  const LIMIT = '0.21';

  it('ten pass, and not a pico more than the limit is spent', async () => {
    const { budget, books } = someBudget(LIMIT);
    let inFlight = 0;
    let charged = 0n;
    const call = async (): Promise<{ usage: unknown }> => {
      inFlight += 1;
      await pause();
      charged += 21n * MILLI;
      return { usage: usage(100) };
    };
    const results = await Promise.allSettled(Array.from({ length: CALLERS }, () => budget.run(CALL, call)));
    expect(inFlight).toBe(10);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(new Set(reasons)).toEqual(new Set(['budget-denied']));
    expect(charged).toBe(210n * MILLI);
    expect(await books()).toEqual({ 'org total': { spent: 210n * MILLI, held: 0n } });
  });

  it('reservations alone are as strict', async () => {
    const { budget, books } = someBudget(LIMIT);
    const admissions = await Promise.all(Array.from({ length: CALLERS }, () => budget.reserve(CALL)));
    expect(admissions.filter(({ ok }) => ok)).toHaveLength(10);
    expect(await books()).toEqual({ 'org total': { spent: 0n, held: 210n * MILLI } });
  });

  it('money that a cheap answer gives back lets the next caller pass', async () => {
    const { budget, books } = someBudget(LIMIT);
    let passed = 0;
    const caller = async (): Promise<void> => {
      try {
        // $0.015 + 0 × $60/M, of $0.021 held
        await budget.run(CALL, async () => ({ usage: { prompt_tokens: 1_000, completion_tokens: 0 } }));
        passed += 1;
      } catch {}
    };
    for (let i = 0; i < 20; i++) await caller();
    // After n calls 0.21 − n × 0.015 is left; the 13th finds 0.03, the 14th 0.015 and is denied.
    expect(passed).toBe(13);
    expect(await books()).toEqual({ 'org total': { spent: 195n * MILLI, held: 0n } });
  });

  it('a naive check-then-add lets all of them pass: the test above can fail', async () => {
    let spent = 0n;
    let passed = 0;
    const naive = async (): Promise<void> => {
      if (spent + 21n * MILLI > 210n * MILLI) return;
      await pause();
      spent += 21n * MILLI;
      passed += 1;
    };
    await Promise.all(Array.from({ length: CALLERS }, naive));
    expect(passed).toBe(CALLERS);
    expect(spent > 210n * MILLI).toBe(true);
  });
});
