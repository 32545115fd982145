import { expect, test } from 'vitest';
import { comparisonLines } from '../../src/cli/comparison-text.js';
import { footnotes } from '../../src/cli/footnotes.js';
import { legendLines } from '../../src/cli/legend-lines.js';
import { paintFor } from '../../src/cli/paint.js';
import type { Estimate, PricedEstimate, UnpricedEstimate } from '../../src/estimate/index.js';

const plain = paintFor({ env: {}, stdout: { write: () => true } });
const exactly = (tokens: number): { low: number; likely: number; high: number } => ({
  low: tokens,
  likely: tokens,
  high: tokens,
});

/** A made-up model that reads 1,000 tokens and answers 500, at two rates for a million. */
function priced(
  model: string,
  input: string,
  output: string,
  more: Partial<PricedEstimate> = {},
): PricedEstimate {
  const amounts = [(Number(input) * 1000) / 1e6, (Number(output) * 500) / 1e6] as const;
  const total = String(Number((amounts[0] + amounts[1]).toFixed(12)));
  return {
    priced: true,
    requested: model,
    model,
    provider: 'maker',
    currency: 'USD',
    letters: 4400,
    lettersPerToken: 4.4,
    exactness: 'exact-text',
    encoding: 'made_up',
    basis: 'Made up.',
    warnings: [],
    tokens: { input: { low: 1000, likely: 1000, high: 1007 }, output: exactly(500) },
    cost: { low: total, likely: total, high: total },
    lines: [
      { meter: 'input', quantity: 1000, rate: input, per: 1_000_000, amount: String(amounts[0]) },
      { meter: 'output', quantity: 500, rate: output, per: 1_000_000, amount: String(amounts[1]) },
    ],
    price: {
      priced: true,
      offer: `maker/${model}`,
      model,
      provider: 'maker',
      currency: 'USD',
      from: null,
      until: null,
      checked: '2026-11-24',
      ageDays: 0,
      status: 'in-force',
      rates: { input, output },
      sources: [],
      rules: [],
      possibleRules: [],
      at: '2025-01-27T00:00:00Z',
      warnings: [],
    },
    ...more,
  };
}

function unpriced(requested: string, price: Partial<UnpricedEstimate['price']>): UnpricedEstimate {
  return {
    priced: false,
    requested,
    letters: 4400,
    lettersPerToken: 0,
    warnings: [],
    price: {
      priced: false,
      reason: 'unknown-model',
      missing: [],
      nearest: [],
      successors: [],
      hosts: [],
      message: `Unknown model "${requested}".`,
      warnings: [],
      ...price,
    },
  };
}

function shown(estimates: readonly Estimate[], { answer = true, columns = 80 } = {}): string {
  const notes = footnotes();
  const table = comparisonLines(estimates, answer, columns, plain, notes);
  const below = [...legendLines(estimates, answer, columns, plain), ...notes.lines(columns, plain)];
  return `\n${[...table, ...below].join('\n')}\n`;
}

test('amounts of a column share their decimal places, and ratios are to the cheapest', () => {
  // R1: 1,000 × $0.55/M + 500 × $2.19/M = $0.00055 + $0.001095; o1: $0.015 + $0.03; 0.045 / 0.001645 = 27.36
  expect(shown([priced('deepseek-r1', '0.55', '2.19'), priced('o1', '15', '60')])).toMatchInlineSnapshot(`
    "
                                letters
    model        host   tokens   /token     input    output     total  ratio
    deepseek-r1  maker   1,000     4.40  $0.00055  $0.00110  $0.00164   ×1.0
    o1           maker   1,000     4.40  $0.01500  $0.03000  $0.04500  ×27.4
    Tokens of the text alone; a provider adds up to 7 around a message.
    "
  `);
});

test('a warning of two models is one footnote, and the marks follow the rows', () => {
  const shared = { code: 'stale-price', message: 'Last checked long ago.' };
  const own = { code: 'deprecated', message: 'b is deprecated.' };
  expect(
    shown([
      priced('a', '1', '1', { warnings: [shared] }),
      priced('b', '2', '2', { warnings: [own, shared] }),
    ]),
  ).toMatchInlineSnapshot(`
    "
                          letters
    model  host   tokens   /token    input   output    total  ratio
    a ¹    maker   1,000     4.40  $0.0010  $0.0005  $0.0015   ×1.0
    b ² ¹  maker   1,000     4.40  $0.0020  $0.0010  $0.0030   ×2.0
    Tokens of the text alone; a provider adds up to 7 around a message.
    ¹ Last checked long ago.
    ² b is deprecated.
    "
  `);
});

test('an approximate count is marked, explained, and its range carried into money', () => {
  const guessed = priced('closed', '1', '2', {
    exactness: 'approximate',
    basis: 'The tokenizer is closed; another stands in for it.',
    tokens: { input: { low: 900, likely: 1000, high: 1100 }, output: exactly(500) },
    cost: { low: '0.0019', likely: '0.002', high: '0.0021' },
  });
  expect(shown([guessed])).toMatchInlineSnapshot(`
    "
                             letters
    model     host   tokens   /token   input  output   total
    closed ¹  maker  ≈1,000     4.40  $0.001  $0.001  $0.002
    ≈ estimated: the model’s own tokenizer is not at hand.
    ¹ The tokenizer is closed; another stands in for it. Between 900 and 1,100
      tokens. Total between $0.0019 and $0.0021.
    "
  `);
});

test('what has no price says why instead of a number, and names the way out below', () => {
  const estimates = [
    priced('o1', '15', '60'),
    unpriced('old', {
      reason: 'retired',
      message: 'maker has not sold old since 2025-09-05. Successors: new, newer. Sold then by elsewhere.',
    }),
    unpriced('gpt-9', { nearest: ['gpt-5'], message: 'Unknown model "gpt-9". Nearest: gpt-5.' }),
    unpriced('constructor', {}),
  ];
  expect(shown(estimates)).toMatchInlineSnapshot(`
    "
                                  letters
    model          host   tokens   /token   input  output   total
    o1             maker   1,000     4.40  $0.015   $0.03  $0.045
    old ¹          –           –        –  no price: retired
    gpt-9 ²        –           –        –  no price: unknown model
    constructor ³  –           –        –  no price: unknown model
    Tokens of the text alone; a provider adds up to 7 around a message.
    ¹ maker has not sold old since 2025-09-05. Successors: new, newer. Sold then by
      elsewhere.
    ² Unknown model "gpt-9". Nearest: gpt-5.
    ³ "constructor" is not a known model; promptcost models lists those that are.
    "
  `);
});

test('without an answer the total is what goes in, and says so', () => {
  expect(
    shown([priced('o1', '15', '60', { cost: { low: '0.015', likely: '0.015', high: '6' } })], {
      answer: false,
    }),
  ).toMatchInlineSnapshot(`
    "
                          letters
    model  host   tokens   /token   input  output   total
    o1     maker   1,000     4.40  $0.015       –  $0.015
    Tokens of the text alone; a provider adds up to 7 around a message.
    The answer is not in the total: add --output 500 for its tokens.
    "
  `);
});

test('currencies are not compared with each other', () => {
  const yuan = priced('glm', '4', '16', { currency: 'CNY' });
  expect(shown([priced('o1', '15', '60'), yuan])).toMatchInlineSnapshot(`
    "
                          letters
    model  host   tokens   /token     input    output     total  ratio
    o1     maker   1,000     4.40    $0.015    $0.030    $0.045   ×1.0
    glm    maker   1,000     4.40  CN¥0.004  CN¥0.008  CN¥0.012      –
    Tokens of the text alone; a provider adds up to 7 around a message.
    "
  `);
});

test('a free model has no multiples', () => {
  expect(shown([priced('gift', '0', '0'), priced('o1', '15', '60')])).toMatch(/\$0\.045 +–\n/);
});

test('a narrow terminal costs columns, never the model, the tokens, the total or the ratio', () => {
  const estimates = [priced('deepseek-r1', '0.55', '2.19'), priced('o1', '15', '60'), unpriced('gpt-9', {})];
  for (const columns of [80, 70, 60, 50, 42, 36]) {
    const table = shown(estimates, { columns }).split('\n').slice(1, 6);
    expect(Math.max(...table.map((line) => line.length)), String(columns)).toBeLessThanOrEqual(columns);
  }
  expect(shown(estimates, { columns: 44 })).toMatchInlineSnapshot(`
    "
                        letters
    model       tokens   /token     total  ratio
    deepseek-r1  1,000     4.40  $0.00164   ×1.0
    o1           1,000     4.40  $0.04500  ×27.4
    gpt-9 ¹          –        –  no price: unkn…
    Tokens of the text alone; a provider adds up
      to 7 around a message.
    ¹ "gpt-9" is not a known model; promptcost
      models lists those that are.
    "
  `);
});

test('a part is never shown with fewer places than the whole', () => {
  // $0.737500 + $0.000395: two places would print an input of $0.74 beside a total of $0.738
  expect(shown([priced('llama', '737.5', '0.79')])).toMatch(/\$0\.738 +\$0\.000395 +\$0\.738\n/);
});
