import type { SellerFile } from '../../src/prices/schema.js';

/** A good file with one of everything. */
export const GOOD: SellerFile = {
  seller: 'deepseek',
  currency: 'USD',
  sources: {
    list: { ref: 'https://api-docs.deepseek.com/quick_start/pricing', date: '2026-11-01' },
    page: { ref: 'anomalyco/models.dev@f3fc6922', date: '2026-07-02' },
  },
  rules: {
    peak: {
      kind: 'multiply',
      when: {
        schedule: {
          tz: 'Asia/Shanghai',
          days: [1, 2, 3, 4, 5],
          windows: [
            ['09:00', '12:00'],
            ['14:00', '18:00'],
          ],
          exceptCalendar: 'CN',
        },
      },
      by: '2',
      only: ['input', 'output', 'cacheRead'],
    },
    long: {
      kind: 'replace',
      when: { promptTokens: { gt: 272_000 }, serviceTier: ['standard'] },
      rates: { input: '1.32', output: '3.96' },
    },
  },
  offers: [
    {
      model: 'deepseek-v4-pro',
      periods: [
        {
          from: '2026-04-24',
          until: '2026-08-16T16:00:00Z',
          status: 'reconstructed',
          rates: { input: '0.435', cacheRead: '0.0145', output: '0.87' },
          sources: ['page'],
          checked: '2026-07-02',
          note: 'Seen once.',
        },
        {
          from: '2026-08-16T16:00:00Z',
          until: null,
          rates: { input: '0.66', cacheRead: '0.022', output: '1.98' },
          rules: ['peak', 'long'],
          sources: ['list', 'page'],
          checked: '2026-11-01',
        },
      ],
    },
    {
      model: 'deepseek-v4-flash',
      periods: [
        {
          from: '2026-08-16',
          rates: { input: '0.15', cacheRead: '0.03', output: '0.6' },
          sources: ['list'],
          checked: '2026-11-01',
        },
      ],
    },
  ],
};

type Path = readonly (string | number)[];

/** The good file with one value replaced; `undefined` takes the field away. */
function changed(path: Path, to: unknown): unknown {
  const copy = structuredClone(GOOD) as unknown as Record<string | number, unknown>;
  let inside = copy;
  for (const key of path.slice(0, -1)) inside = inside[key] as Record<string | number, unknown>;
  const last = path.at(-1)!;
  if (to === undefined) delete inside[last];
  else
    Object.defineProperty(inside, last, { value: to, enumerable: true, writable: true, configurable: true });
  return copy;
}

/** A list beside the offers, with one row or one field of it replaced. */
const list = (row: unknown, more: object = {}, day = '2026-08-16'): unknown => ({
  ...GOOD,
  lists: [
    {
      sources: ['list'],
      meters: ['input', 'cacheRead', 'output'],
      since: { [day]: { 'deepseek-v3.2': row } },
      ...more,
    },
  ],
});

const first: Path = ['offers', 0, 'periods', 0];
const second: Path = ['offers', 0, 'periods', 1];
const third: Path = ['offers', 1, 'periods', 0];
const schedule: Path = ['rules', 'peak', 'when', 'schedule'];
const RATES: readonly Path[] = [
  ...[first, second, third].flatMap((period) =>
    ['input', 'cacheRead', 'output'].map((meter) => [...period, 'rates', meter]),
  ),
  ['rules', 'long', 'rates', 'input'],
  ['rules', 'long', 'rates', 'output'],
];

function valueAt(path: Path): unknown {
  return path.reduce<unknown>((inside, key) => (inside as Record<string | number, unknown>)[key], GOOD);
}

const times = (rate: unknown, factor: number): string =>
  String(Math.round(Number(rate) * factor * 1e6) / 1e6);
const BAD_RATES: readonly (readonly [string, (rate: unknown) => unknown])[] = [
  ['× 100,000', (rate) => times(rate, 100_000)],
  ['÷ 1,000,000', (rate) => (Number(rate) / 1e6).toFixed(12)],
  ['negative', (rate) => `-${rate}`],
  ['NaN', () => 'NaN'],
  ['a NaN', () => Number.NaN],
  ['an exponent', () => '1e5'],
  ['a number', (rate) => Number(rate)],
  ['null', () => null],
  ['a division by zero', () => '1/0'],
  ['empty', () => ''],
  ['a comma', () => '0,5'],
  ['5,000 nines', () => '9'.repeat(5_000)],
];

// 1.98 × 20 × 20 × 2: each of the rules is possible.
const stacked = {
  ...GOOD,
  rules: {
    ...GOOD.rules,
    ...Object.fromEntries(['a', 'b'].map((name) => [name, { kind: 'multiply', when: {}, by: '20' }])),
  },
  offers: GOOD.offers.map((offer) => ({
    ...offer,
    periods: offer.periods.map((period) => ({ ...period, rules: ['peak', 'a', 'b'] })),
  })),
};
const circle: Record<string, unknown> = structuredClone(GOOD) as never;
circle['offers'] = [circle];
const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
const offers = (count: number): unknown => Array.from({ length: count }, () => GOOD.offers[0]);
const parsed = (key: string): unknown =>
  JSON.parse(`{"${key}":{"kind":"replace","when":{},"rates":{"input":"1"}}}`);

const ELSEWHERE: readonly (readonly [string, Path, unknown])[] = [
  ...['DOGE', 'usd', '', null, 1, undefined].map((to) => ['currency', ['currency'], to] as const),
  ...['', 'Deep Seek', '../x', '__proto__', 7, null, undefined, 'x'.repeat(5_000)].map(
    (to) => ['seller', ['seller'], to] as const,
  ),
  ...[[], {}, null, 'o1', undefined, deep(40), offers(30_000), [null], [[]]].map(
    (to) => ['offers', ['offers'], to] as const,
  ),
  ...[
    ...[
      'deepseek-v4-prs',
      'DeepSeek-V4-Pro',
      'deepseek/deepseek-v4-pro',
      'ft:gpt-4o:acme',
      'x'.repeat(201),
      'a b',
    ],
    ...['__proto__', 'constructor', '', 5, null, 'deepseek-v4-flash', 'deepseek-v4-pro '],
  ].map((to) => ['model', ['offers', 0, 'model'], to] as const),
  ...[[], {}, null, 'now'].map((to) => ['periods', ['offers', 0, 'periods'], to] as const),
  ['a gap', [...first, 'until'], '2026-08-15'],
  ['an overlap', [...first, 'until'], '2026-08-17'],
  ['an open period before another', [...first, 'until'], null],
  ['an end before the beginning', [...second, 'until'], '2026-08-16'],
  ['an end at the beginning', [...second, 'until'], '2026-08-16T16:00:00Z'],
  ['a later period without a beginning', [...second, 'from'], null],
  ...[
    '2026-13-01',
    '2026-02-30',
    '2026-4-24',
    '24.04.2026',
    '2026-04-24T00:00',
    '2026-04-24T25:00:00Z',
    0,
    '',
  ].map((to) => ['from', [...first, 'from'], to] as const),
  ...['rumour', 'none', true].map((to) => ['status', [...first, 'status'], to] as const),
  ...[[], ['rumour'], ['constructor'], 'page', undefined].map(
    (to) => ['sources', [...first, 'sources'], to] as const,
  ),
  ...['yesterday', '2026-07-02T00:00:00Z', null].map((to) => ['checked', [...first, 'checked'], to] as const),
  ...[['happy hour'], ['__proto__'], ['toString'], 'peak'].map(
    (to) => ['rules', [...second, 'rules'], to] as const,
  ),
  ['a rule twice', [...second, 'rules'], ['peak', 'peak']],
  ['a check of a day that has not come', [...second, 'checked'], '2999-01-01'],
  ['evidence of a day that has not come', ['sources', 'list', 'date'], '2999-01-01'],
  ...['999999999999', '10001'].map((to) => ['a minimum', [...second, 'minimum'], { input: to }] as const),
  ['a minimum of two requests', [...second, 'minimum'], { request: '2' }],
  ...[{}, null, [], { tokens: '1' }, { __proto: '1' }, { input: { toString: '1' } }].map(
    (to) => ['rates', [...second, 'rates'], to] as const,
  ),
  ...['0', '-2', '1000', '1e3', 2, null].map((to) => ['by', ['rules', 'peak', 'by'], to] as const),
  ...[[], ['tokens'], 'input'].map((to) => ['only', ['rules', 'peak', 'only'], to] as const),
  ...['discount', null].map((to) => ['kind', ['rules', 'peak', 'kind'], to] as const),
  ...['Mars/Olympus', '', 8, null].map((to) => ['tz', [...schedule, 'tz'], to] as const),
  ...[[], [0], [8], [1.5], ['Monday'], null].map((to) => ['days', [...schedule, 'days'], to] as const),
  ...[[], [['25:00', '26:00']], [['9:00', '12:00']], [['09:00', '09:00']], [['09:00']], '09:00'].map(
    (to) => ['windows', [...schedule, 'windows'], to] as const,
  ),
  ...['XX', 'constructor', 1].map((to) => ['calendar', [...schedule, 'exceptCalendar'], to] as const),
  ...[{}, { gt: -1 }, { gt: 1.5 }, { gt: 10, lt: 5 }, { above: 1 }, { gt: Number.NaN }, 272_000].map(
    (to) => ['comparison', ['rules', 'long', 'when', 'promptTokens'], to] as const,
  ),
  ...[[], [''], 'batch', [1]].map((to) => ['tier', ['rules', 'long', 'when', 'serviceTier'], to] as const),
  ...[{ ref: '', date: '2026-11-01' }, { ref: 'x' }, 'a page', { ref: 'a page', date: 'once' }].map(
    (to) => ['source', ['sources', 'list'], to] as const,
  ),
  ...['__proto__', 'constructor', 'prototype'].map((key) => [key, ['rules'], parsed(key)] as const),
  ...['__proto__', 'constructor'].map((key) => [`a field ${key}`, [...first, key], '2'] as const),
  ['a field that is not known', ['discount'], 1],
  ['a note that never ends', [...first, 'note'], 'x'.repeat(100_000)],
  ['a function', [...first, 'note'], () => 'x'],
  ['a bigint', [...first, 'note'], 1n],
  ['a date', [...first, 'from'], new Date('2026-04-24')],
  ['a map', ['sources'], new Map()],
];

const getter = structuredClone(GOOD);
Object.defineProperty(getter, 'seller', { get: () => 'deepseek', enumerable: true });

/** Everything that must be refused: what it is, and the value. */
export const POISONED: readonly (readonly [string, unknown])[] = [
  ...RATES.flatMap((path) =>
    BAD_RATES.map(
      ([name, change]) => [`${name} at ${path.join('.')}`, changed(path, change(valueAt(path)))] as const,
    ),
  ),
  ...ELSEWHERE.map(([name, path, to], index) => [`${name} (${index})`, changed(path, to)] as const),
  ...[
    '28000 2800 42000',
    '-0.28 - 0.42',
    '0.28 0.42',
    '0.28 - 0.42 1',
    '0.28  0.42',
    '0.28 0.3 0.42',
    '0.28 - NaN',
    '2.8e4 - 1',
    '',
    '- - -',
    0.28,
    null,
    {},
    '1'.repeat(5_000),
  ].map((row, index) => [`a row of a list (${index})`, list(row)] as const),
  ['a list of no meters', list('0.28', { meters: [] })],
  ['a list of unknown meters', list('0.28', { meters: ['tokens'] })],
  ['a list with a meter twice', list('0.28 0.42', { meters: ['input', 'input'] })],
  ['a list of no source', list('0.28 - 0.42', { sources: [] })],
  ['a list of an unknown source', list('0.28 - 0.42', { sources: ['rumour'] })],
  ['a list of an unknown rule', list('0.28 - 0.42', { rules: ['happy hour'] })],
  ['a list of no day', list('0.28 - 0.42', {}, '2026-02-30')],
  ['a list of a loaded day', list('0.28 - 0.42', { since: JSON.parse('{"__proto__": {"o1": "1 - 1"}}') })],
  ['a list of what is offered', list('0.28 - 0.42', { since: { unknown: { 'deepseek-v4-pro': '1 - 1' } } })],
  ['a list of a misspelt model', list('0.28 - 0.42', { since: { unknown: { 'deepseek-v4-prs': '1 - 1' } } })],
  ['rules that stack up', stacked],
  ['a circle', circle],
  ['a getter', getter],
  ['a million offers', { ...GOOD, offers: offers(1_000_000) }],
  ['two thousand times the same offer', { ...GOOD, offers: offers(2_000) }],
  ['ten thousand offers', { ...GOOD, offers: offers(10_000) }],
  [
    'a hundred thousand fields',
    Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`f${at}`, at])),
  ],
  ['deep nesting', deep(5_000)],
  ['an offer twice', { ...GOOD, offers: [...GOOD.offers, GOOD.offers[0]] }],
  ['an offer in two files', [GOOD, GOOD]],
  ['no file', []],
  ['a file of a file', [[GOOD]]],
  ...[null, undefined, 5, true, 'o1', '', '{', '[]', '"x"', '{"__proto__": 1}', `${'['.repeat(100_000)}`].map(
    (given) => [`the input ${String(given).slice(0, 20)}`, given] as const,
  ),
  ['50 MB of text', JSON.stringify(GOOD).padEnd(50_000_000)],
];
