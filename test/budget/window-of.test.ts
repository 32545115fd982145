import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERS, windowOf } from '../../src/budget/window-of.js';

const at = (instant: string): number => Date.parse(instant);
const until = (end: number | null): string => new Date(end!).toISOString();

describe('windows', () => {
  it('a month lasts until the first of the next, leap years and year ends included', () => {
    expect(windowOf('month', at('2026-11-30T23:59:59.999Z')).name).toBe('2026-11');
    expect(windowOf('month', at('2026-12-01T00:00:00Z')).name).toBe('2026-12');
    expect(until(windowOf('month', at('2026-12-31T12:00:00Z')).end)).toBe('2027-01-01T00:00:00.000Z');
    expect(until(windowOf('month', at('2028-02-29T12:00:00Z')).end)).toBe('2028-03-01T00:00:00.000Z');
  });

  it('a week starts on Monday 00:00 UTC, also across a year', () => {
    // 2026-11-22 is a Sunday, 2026-12-28 a Monday.
    expect(windowOf('week', at('2026-11-22T23:59:59.999Z')).name).toBe('2026-11-16');
    expect(windowOf('week', at('2026-11-23T00:00:00Z')).name).toBe('2026-11-23');
    expect(windowOf('week', at('2027-01-01T08:00:00Z'))).toEqual({
      name: '2026-12-28',
      end: at('2027-01-04T00:00Z'),
    });
  });

  it('the shorter windows are named by how they start', () => {
    const instant = at('2026-11-24T03:16:59.999Z');
    expect(windowOf('minute', instant)).toEqual({ name: '2026-11-24T03:16', end: at('2026-11-24T03:17Z') });
    expect(windowOf('hour', instant)).toEqual({ name: '2026-11-24T03', end: at('2026-11-24T04:00Z') });
    expect(windowOf('day', instant)).toEqual({ name: '2026-11-24', end: at('2026-11-25T00:00Z') });
    expect(windowOf('total', instant)).toEqual({ name: 'total', end: null });
  });

  it('the last millisecond is in the same window, its end is in the next', () => {
    const instants = fc.integer({ min: at('1960-01-01T00:00Z'), max: at('2100-01-01T00:00Z') });
    fc.assert(
      fc.property(instants, fc.constantFrom(...PERS), (instant, per) => {
        const { name, end } = windowOf(per, instant);
        if (end === null) return;
        expect(end).toBeGreaterThan(instant);
        expect(windowOf(per, end - 1).name).toBe(name);
        expect(windowOf(per, end).name).not.toBe(name);
      }),
    );
  });
});
