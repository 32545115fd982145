import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolveModel } from '../../src/models/index.js';
import { sharedData } from '../shared-data.js';

interface Meant {
  readonly model: string;
  readonly provider: string;
  readonly qualifiers?: object;
}

const ids = JSON.parse(readFileSync('fixtures/aliases/ids.json', 'utf8')) as Readonly<Record<string, Meant>>;

test.each(Object.entries(ids))('%s is known', (id, { model, provider, qualifiers = {} }) => {
  const resolution = resolveModel(id);
  expect(resolution).toMatchObject({ known: true, model, provider });
  const { provider: _, ...said } = resolution.known ? resolution.qualifiers : {};
  expect(said).toEqual(qualifiers);
});

/** Ids of the list that look like a model and are another one, and why none of them may have its price. */
const SIBLINGS: readonly (readonly [RegExp, string])[] = [
  [/dobby|shisa|deepseek-llama/, 'a model that somebody else trained further, at a price of its own'],
  [/\.ft-$/, 'a fine-tuned model costs more than its base'],
  [/-sol-pro/, 'the pro model of the family has its own price'],
];

const REFUSED: readonly string[] = [
  'dobby-mini-unhinged-plus-llama-3.1-8b',
  'fireworks_ai/accounts/fireworks/models/dobby-unhinged-llama-3-3-70b-new',
  'lambda_ai/deepseek-llama3.3-70b',
  'shisa-ai/shisa-v2-llama3.3-70b:free',
  'gpt-4o-mini-2024-07-18.ft-',
  'gpt-5.6-sol-pro',
  'openai/gpt-6-sol-pro:batch',
  'gpt-4o-mini-search-preview',
];

test.each(REFUSED)('%s is no sibling’s', (id) => {
  const resolution = resolveModel(id);
  if (resolution.known) expect(resolution.model).toBe(id.replace(/^.*\/|:batch$/g, ''));
});

test.each(['ft:gpt-4o-2024-08-06', 'openai/ft:gpt-4o-2024-11-20'])(
  '%s is gpt-4o, at the price of a fine-tuned one',
  (id) => {
    expect(resolveModel(id)).toMatchObject({ model: 'gpt-4o', qualifiers: { variant: 'fine-tuned' } });
  },
);

describe('a floating id', () => {
  test.each([
    ['mistral-large-latest', '2024-08-01', 'mistral-large-2407'],
    ['mistral-large-latest', '2025-01-27', 'mistral-large-2411'],
    ['azure/mistral-large-latest', '2025-12-02', 'mistral-large-2512'],
    ['mistral-medium-latest', '2026-06-15T23:59:59Z', 'mistral-medium-2508'],
    ['mistral-medium-latest', '2026-06-16', 'mistral-medium-3.5'],
    ['mistral-large-latest', '2025-09-01', 'mistral-medium-2508'],
    ['codestral-latest', '2024-07-01', 'codestral-2405'],
    ['codestral-latest', '2025-01-13', 'codestral-2501'],
    ['mistral-small-latest', '2024-10-01', 'mistral-small-2409'],
    ['mistral/mistral-small-latest', '2025-04-01', 'mistral-small-2503'],
    ['ministral-8b-latest', '2025-12-01T23:59:59Z', 'ministral-8b-2410'],
    ['devstral-medium-latest', '2025-08-01', 'devstral-medium-2507'],
  ])('%s is on %s %s', (id, at, model) => {
    expect(resolveModel(id, { at: new Date(at) })).toMatchObject({ model, floating: { means: model } });
  });

  test('with prices of its own keeps them, and says what it means', () => {
    const at = new Date('2025-10-15');
    expect(resolveModel('deepseek-chat', { at })).toMatchInlineSnapshot(`
      {
        "floating": {
          "means": "deepseek-v3.2",
          "since": "2025-09-29",
        },
        "known": true,
        "model": "deepseek-chat",
        "provider": "deepseek",
        "qualifiers": {},
        "via": [
          "deepseek-chat means deepseek-v3.2 since 2025-09-29",
        ],
      }
    `);
  });

  test('has no meaning before its first, and its newest without a date', () => {
    expect(resolveModel('mistral-large-latest', { at: new Date('2023-01-01') })).toEqual({
      known: false,
      nearest: ['mistral-large-2512'],
      floating: { means: 'mistral-large-2407', since: '2024-07-24' },
    });
    expect(resolveModel('mistral-large-latest')).toMatchObject({ floating: { since: '2025-12-02' } });
  });
});

test('hostile ids are unknown', () => {
  const hostile = [
    'x'.repeat(10_000_000),
    '__proto__',
    'constructor',
    '\u0000\u001b[2J',
    '👩‍👩‍👧‍👦',
    '\ud800',
    'us.'.repeat(60),
    'a/'.repeat(99),
  ];
  for (const id of hostile) expect(resolveModel(id).known).toBe(false);
});

const folder = sharedData('prices');

describe.skipIf(folder === undefined)(
  '1,100 ids seen in the wild (skipped where ../shared/data/prices is absent)',
  () => {
    const rows =
      folder === undefined ? [] : readFileSync(`${folder}/aliases.tsv`, 'utf8').trim().split('\n').slice(1);
    const seen = rows.map((row) => row.split('\t') as [canonical: string, id: string]);

    test('95 of 100 resolve, and each miss is a sibling that is refused for a reason', () => {
      const missed = seen.filter(([, id]) => !resolveModel(id).known).map(([, id]) => id);
      expect(seen.length).toBeGreaterThan(1_000);
      expect(missed.length / seen.length).toBeLessThan(0.05);
      expect(missed.filter((id) => !SIBLINGS.some(([name]) => name.test(id)))).toEqual([]);
    });

    test('none resolves to another model than the list says', () => {
      const wrong = seen.flatMap(([canonical, id]) => {
        const resolution = resolveModel(id);
        if (!resolution.known || meantBy(canonical).includes(resolution.model)) return [];
        return SIBLINGS.some(([name]) => name.test(id)) ? [] : [[canonical, id, resolution.model]];
      });
      expect(wrong).toEqual([]);
    });
  },
);

/** Models that the list's name for one may stand for: it writes `@` before a date, and marks what floats. */
function meantBy(canonical: string): readonly string[] {
  const name = canonical.replace(/^[^/]*\//, '').replace(/ \(.*$/, '');
  const resolution = resolveModel(name.replace('@', '-'));
  const own = resolution.known ? [resolution.model] : [];
  if (name === 'mistral-large') return ['mistral-large-2512'];
  // The list puts DeepSeek's versions under the name that meant them in turn.
  return name === 'deepseek-chat' ? [...own, 'deepseek-v3', 'deepseek-v3.1'] : own;
}
