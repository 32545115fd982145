import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { bundledFiles } from '../../src/prices/bundled-files.js';
import { sellerFileSchema } from '../../src/prices/schema.js';

const schema = z.toJSONSchema(sellerFileSchema);

describe('schemas/prices.schema.json', () => {
  it('is made from the zod schema; `vitest -u` makes it anew', async () => {
    const described = {
      $schema: schema.$schema,
      title: 'Prices of one seller, through time',
      description:
        'The form of a price table of promptcost; docs/prices.md says what each field means. Some rules are beyond JSON Schema and checked on reading: periods abut, names are defined, zones and days exist, rates are plausible.',
      ...schema,
    };
    await expect(`${JSON.stringify(described, null, 2)}\n`).toMatchFileSnapshot(
      '../../schemas/prices.schema.json',
    );
  });

  const check = new Ajv2020({ strictTypes: false }).compile(schema);

  it.each(bundledFiles.map((file) => [file.seller, file] as const))('accepts the file of %s', (_, file) => {
    check(file);
    expect(check.errors ?? []).toEqual([]);
    expect(check({ $schema: './prices.schema.json', ...file })).toBe(true);
  });

  it.each<[string, object]>([
    ['a field it does not know', { comment: 'hello' }],
    ['an unknown currency', { currency: 'GBP' }],
    [
      'a rate that is a number',
      { offers: [{ model: 'o1', periods: [{ from: null, rates: { input: 15 } }] }] },
    ],
    ['an offer without a price', { offers: [{ model: 'o1', periods: [] }] }],
    ['a factor that is none', { rules: { half: { kind: 'multiply', when: {}, by: '0.5x' } } }],
  ])('refuses %s', (_, wrong) => {
    expect(check({ ...bundledFiles[0], ...wrong })).toBe(false);
  });
});
