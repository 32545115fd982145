import { describe, expect, it } from 'vitest';
import { createBiller, type PriceInForce } from '../../src/bill/index.js';
import type { Conditions } from '../../src/models/index.js';
import { priceTableFrom } from '../../src/prices/schema.js';

const at = (time: string) => createBiller({ now: () => new Date(time) });
const { priceOf, billOf } = at('2026-11-24T05:00:00Z');

function priced(model: string, when: Conditions = {}, ask = priceOf): PriceInForce {
  const price = ask(model, when);
  if (!price.priced) throw new Error(price.message);
  return price;
}

const codes = ({ warnings }: PriceInForce): string[] => warnings.map(({ code }) => code);

describe('the band of a price that depends on the hour', () => {
  it('goes from the cheapest to the dearest hour of the week to come', () => {
    expect(priced('deepseek-v4-pro')).toMatchObject({
      rates: { input: '0.66', cacheRead: '0.022', output: '1.98' },
      band: {
        low: { input: '0.66', cacheRead: '0.022', output: '1.98' },
        high: { input: '1.32', cacheRead: '0.044', output: '3.96' },
      },
    });
  });

  it('is that of the day where only a day is given', () => {
    // Tuesday, and a Saturday without any peak
    expect(priced('deepseek-v4-pro', { at: '2026-11-24' }).band?.high).toMatchObject({ input: '1.32' });
    expect(priced('deepseek-v4-pro', { at: '2026-11-28' })).not.toHaveProperty('band');
    expect(priced('o3', { at: '2025-06-10' })).not.toHaveProperty('band');
  });

  it('is left out where the hour is given, and where it does not matter', () => {
    expect(priced('deepseek-v4-pro', { at: '2026-11-24T05:00Z' })).not.toHaveProperty('band');
    expect(priced('o1')).not.toHaveProperty('band');
  });

  it('sees a change of the list price in the week to come', () => {
    const { band } = priced('gemini-3.8-flash', {}, at('2026-12-30T00:00:00Z').priceOf);
    expect([band?.low.input, band?.high.input]).toEqual(['0.75', '1.5']);
    expect(priced('gemini-3.8-flash')).not.toHaveProperty('band');
  });

  it('is carried into the bill', () => {
    const quantities = { input: 1_000_000, output: 1_000_000 };
    expect(billOf(quantities, { model: 'deepseek-v4-pro' })).toMatchObject({
      total: '2.64',
      band: { low: '2.64', high: '5.28' },
    });
    expect(billOf(quantities, { model: 'deepseek-v4-pro', at: '2026-11-24T05:00Z' })).not.toHaveProperty(
      'band',
    );
  });
});

describe('holidays', () => {
  it('are said to be unknown where the calendar ends', () => {
    // Friday 1 January 2027, ten o'clock in Beijing
    const beyond = priced('deepseek-v4-pro', { at: '2027-01-01T02:00Z' });
    expect(beyond.rates.input).toBe('1.32');
    expect(beyond.warnings.find(({ code }) => code === 'calendar-ends')?.message).toBe(
      'Whether 2027-01-01 is a holiday is not known: calendar CN goes from 2026-09-01 until 2027-01-01. The price of deepseek/deepseek-v4-pro is that of a working day.',
    );
  });

  it('need no calendar at hours that are off-peak anyway', () => {
    expect(codes(priced('deepseek-v4-pro', { at: '2027-01-01T05:00Z' }))).not.toContain('calendar-ends');
    expect(codes(priced('deepseek-v4-pro', { at: '2027-01-02T02:00Z' }))).not.toContain('calendar-ends');
    expect(codes(priced('deepseek-v4-pro', { at: '2026-12-31T02:00Z' }))).not.toContain('calendar-ends');
  });

  it('can be those of your own calendar', () => {
    const prices = priceTableFrom({
      schemaVersion: 1,
      asOf: '2026-01-01',
      calendars: { US: { from: '2026-01-01', until: '2027-01-01', holidays: ['2026-07-04'] } },
      sellers: [
        {
          seller: 'openai',
          currency: 'USD',
          sources: { test: { ref: 'this test', date: '2026-01-01' } },
          rules: {
            peak: { kind: 'multiply', by: '2', when: { schedule: { tz: 'UTC', exceptCalendar: 'US' } } },
          },
          offers: [
            {
              model: 'o1',
              periods: [
                {
                  from: null,
                  rates: { input: '1' },
                  rules: ['peak'],
                  sources: ['test'],
                  checked: '2026-01-01',
                },
              ],
            },
          ],
        },
      ],
    });
    const { priceOf: ask } = createBiller({ prices });
    expect(priced('o1', { at: '2026-07-04T12:00Z' }, ask).rates).toEqual({ input: '1' });
    expect(priced('o1', { at: '2026-07-05T12:00Z' }, ask).rates).toEqual({ input: '2' });
  });
});

describe('freshness', () => {
  it('counts the days since the price was checked, up to the instant asked for', () => {
    expect(priced('gpt-4o')).toMatchObject({ checked: '2026-11-10', ageDays: 14 });
    expect(priced('gpt-4o', { at: '2027-06-01' }).ageDays).toBe(203);
    expect(priced('o1', { at: '2025-01-27' }).ageDays).toBe(0);
  });

  it('passes on what the record says beside its numbers', () => {
    expect(priced('o1-mini', { at: '2025-01-01' }).note).toBe('The day of the cut is approximate.');
    expect(priced('o1')).not.toHaveProperty('note');
  });
});
