import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantText, isDateAlone, parseInstant } from '../../src/prices/index.js';

describe('parseInstant', () => {
  it('takes a date alone as its midnight in UTC', () => {
    expect(parseInstant('2025-01-27').toISOString()).toBe('2025-01-27T00:00:00.000Z');
    expect(isDateAlone('2025-01-27')).toBe(true);
    expect(isDateAlone('2025-01-27T00:00Z')).toBe(false);
  });

  it.each([
    ['2025-06-01T20:00Z', '2025-06-01T20:00:00.000Z'],
    ['2025-06-01T22:00:00+02:00', '2025-06-01T20:00:00.000Z'],
    ['2025-06-01T20:00:00.250Z', '2025-06-01T20:00:00.250Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text).toISOString()).toBe(instant);
  });

  it.each([
    '2025-02-30',
    '2025-13-01',
    '2023-02-29',
    '2025-02-30T10:00Z',
    '2025-06-01T24:00Z',
    '2025-06-01T23:60Z',
    '2025-06-01T20:00',
    '2025-06-01 20:00',
    '2025-06-01T20:00+25:00',
    'yesterday',
    '01/27/2025',
    '2025',
    '',
    ' 2025-01-27',
  ])('refuses %j', (text) => {
    expect(() => parseInstant(text)).toThrow(expect.objectContaining({ code: 'invalid-instant' }));
  });

  it.each([new Date(Number.NaN), null, 1_700_000_000_000, {}])('refuses what is no instant', (value) => {
    expect(() => parseInstant(value as Date)).toThrow(expect.objectContaining({ code: 'invalid-instant' }));
  });

  it('tells the way out', () => {
    expect(() => parseInstant('2025-06-01T20:00')).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: "2025-06-01T20:00" is not an instant. Add its zone: "2025-06-01T20:00Z".]`,
    );
    expect(() => parseInstant('yesterday')).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: "yesterday" is not an instant. Write a date such as "2025-06-01" or a time with its zone such as "2025-06-01T20:00Z".]`,
    );
  });

  it('reads what instantText writes', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          expect(parseInstant(instantText(date)).getTime()).toBe(date.getTime());
        },
      ),
    );
  });
});
