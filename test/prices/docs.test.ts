import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBiller } from '../../src/bill/index.js';
import type { Quantities } from '../../src/meters/index.js';
import { type SellerFile, withPrices } from '../../src/prices/schema.js';

const text = readFileSync(new URL('../../docs/prices.md', import.meta.url), 'utf8');
const rows = text
  .slice(text.indexOf('## Worked examples'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`{'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  .map(([, what, model, at, quantities, conditions, cost]) => ({
    ...{ what, model, at },
    quantities: JSON.parse(quantities!) as Quantities,
    conditions: JSON.parse(conditions!) as object,
    cost,
  }));

describe('docs/prices.md', () => {
  it('has its worked examples', () => {
    expect(rows.length).toBeGreaterThanOrEqual(18);
  });

  it.each(rows)('$what: $model costs $cost', ({ model, at, quantities, conditions, cost }) => {
    const { billOf } = createBiller({ now: () => new Date('2026-11-25') });
    const bill = billOf(quantities, { model: model!, at: at!, ...conditions });
    expect(bill.priced ? `${bill.total} ${bill.currency}` : bill.price.message).toBe(cost);
  });

  it('shows a file that is accepted, and priced as it says', () => {
    const file = JSON.parse(/```json\n(.*?)```/s.exec(text)![1]!) as SellerFile;
    const { billOf } = createBiller({ prices: withPrices(file) });
    const ask = (at: string, quantities: Quantities, more: object = {}): string => {
      const bill = billOf(quantities, { model: 'llama-3.3-70b', provider: 'our-cluster', at, ...more });
      return bill.priced ? bill.total : bill.price.reason;
    };
    expect(ask('2026-10-03T10:00Z', { output: 3_000_000 })).toBe('1'); // a Saturday: 3 × 1/3
    expect(ask('2026-10-02T10:00Z', { input: 1_000 })).toBe('0.0004'); // a Friday noon in Paris: 0.2 × 2
    expect(ask('2026-10-02T10:00Z', { input: 100_001 }, { serviceTier: 'batch' })).toBe('0.0400004');
    expect(ask('2027-01-01', { input: 1_000_000 })).toBe('0.15');
  });
});
