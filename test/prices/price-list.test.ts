import { describe, expect, it } from 'vitest';
import { createBiller } from '../../src/bill/index.js';
import { type SellerFile, sellerFileSchema, withPrices } from '../../src/prices/schema.js';
import { offersIn } from '../../src/prices/seller-file.js';

const whole: SellerFile = {
  seller: 'own',
  currency: 'USD',
  sources: {
    page: { ref: 'https://own.example/prices', date: '2026-11-20' },
    older: { ref: 'other@1.0.0', date: '2026-09-01' },
  },
  rules: { batch: { kind: 'multiply', when: { serviceTier: ['batch'] }, by: '1/2' } },
  offers: [],
  lists: [
    {
      rules: ['batch'],
      sources: ['page', 'older'],
      meters: ['input', 'cacheRead', 'output'],
      since: {
        '2026-11-01': { 'llama-3.3-70b': '0.59 - 0.79', 'glm-5.3': '1.4 0.26 4.4' },
        unknown: { 'gpt-oss-20b': '1/12 0 0.3' },
      },
    },
  ],
};

function withRow(row: string): unknown {
  return { ...whole, lists: [{ ...whole.lists![0], since: { '2026-11-01': { 'glm-5.3': row } } }] };
}

function issueOf(file: unknown): string {
  const { path, message } = sellerFileSchema.safeParse(file).error!.issues[0]!;
  return `${path.join('.')}: ${message}`;
}

describe('a list of prices', () => {
  it('ends every row of it where it has an end', () => {
    const ended = { ...whole, lists: [{ ...whole.lists![0]!, until: '2026-11-10' }] };
    expect(sellerFileSchema.safeParse(ended).error?.issues ?? []).toEqual([]);
    expect(offersIn(ended).map(({ periods }) => periods[0]!.until)).toEqual(Array(3).fill('2026-11-10'));
    const before = { ...whole, lists: [{ ...whole.lists![0]!, until: '2026-11-01' }] };
    expect(issueOf(before)).toMatch('a period must end after it begins');
  });

  it('is an offer a row, with what the rows share, checked when its newest source was', () => {
    expect(sellerFileSchema.safeParse(whole).error?.issues ?? []).toEqual([]);
    expect(offersIn(whole).map(({ id, periods }) => [id, periods[0]!.rates])).toEqual([
      ['own/llama-3.3-70b', { input: '0.59', output: '0.79' }],
      ['own/glm-5.3', { input: '1.4', cacheRead: '0.26', output: '4.4' }],
      ['own/gpt-oss-20b', { input: '1/12', cacheRead: '0', output: '0.3' }],
    ]);
    expect(offersIn(whole)[2]!.periods[0]!.from).toBeNull();
    expect(offersIn(whole)[0]!.periods).toEqual([
      {
        from: '2026-11-01',
        until: null,
        status: 'in-force',
        currency: 'USD',
        rates: { input: '0.59', output: '0.79' },
        rules: [{ name: 'batch', kind: 'multiply', when: { serviceTier: ['batch'] }, by: '1/2' }],
        sources: [
          { ref: 'https://own.example/prices', date: '2026-11-20' },
          { ref: 'other@1.0.0', date: '2026-09-01' },
        ],
        checked: '2026-11-20',
      },
    ]);
  });

  it('says unknown where a row has a dash, and free where it has a zero', () => {
    const { billOf } = createBiller({
      prices: withPrices(whole),
      now: () => new Date('2026-11-25T00:00:00Z'),
    });
    const quantities = { input: 1_000_000, cacheRead: 1_000_000 };
    const unknown = billOf(quantities, { model: 'llama-3.3-70b', provider: 'own' });
    expect(unknown).toMatchObject({
      priced: false,
      price: { reason: 'missing-rate', missing: ['cacheRead'] },
    });
    // $1/12 + $0
    const free = billOf({ ...quantities, input: 3_000_000 }, { model: 'gpt-oss-20b', provider: 'own' });
    expect(free).toMatchObject({ priced: true, total: '0.25' });
  });

  it('is refused where a row does not fit its columns, or is no price', () => {
    expect(issueOf(withRow('1.4 4.4'))).toMatchInlineSnapshot(
      `"lists.0.since.2026-11-01.glm-5.3: 2 rates for 3 meters"`,
    );
    expect(issueOf(withRow('1.4  - 4.4'))).toMatchInlineSnapshot(
      `"lists.0.since.2026-11-01.glm-5.3: write rates and spaces"`,
    );
    expect(issueOf(withRow('-1 - 4.4'))).toMatchInlineSnapshot(
      `"lists.0.since.2026-11-01.glm-5.3.input: write a decimal or a fraction"`,
    );
    expect(issueOf(withRow('135000 - 540000'))).toMatchInlineSnapshot(
      `"lists.0.since.2026-11-01.glm-5.3: too dear to be true"`,
    );
    expect(issueOf({ ...whole, lists: [] })).toMatchInlineSnapshot(`": a seller offers something"`);
    const twice = [...whole.lists!, ...whole.lists!];
    expect(issueOf({ ...whole, lists: twice })).toMatchInlineSnapshot(
      `"lists.1.since.2026-11-01.llama-3.3-70b: llama-3.3-70b is offered twice"`,
    );
    const elsewhere = [{ ...whole.lists![0]!, sources: ['hearsay'] }];
    expect(issueOf({ ...whole, lists: elsewhere })).toMatchInlineSnapshot(
      `"lists.0.since.2026-11-01.llama-3.3-70b: unknown source "hearsay""`,
    );
  });
});
