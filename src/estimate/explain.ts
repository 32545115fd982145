import type { PriceInForce } from '../bill/index.js';
import { PromptCostError, reading } from '../errors/index.js';
import { type Meter, PER } from '../meters/index.js';
import { multiply, ratio, rational, toDecimal } from '../money/index.js';
import type { CountedPart, TokenRange } from '../request/index.js';
import type { Estimate, PricedEstimate } from './types.js';

/**
 * Where each token and each cent of an estimate comes from, as text for people.
 *
 * First the sum; then each message, tool, picture and piece of framing with its tokens and, before any caching, its cost in one call
 * and how it was counted; then the lines of the bill, what the count rests on, and the warnings. No text of the prompt is shown.
 *
 * @param estimate - From `estimateCost`.
 *
 * @returns Lines, to be read and not to be parsed: they may change.
 *
 * @example
 * ```ts
 * const messages = [{ role: 'user', content: 'Why is the sky blue?' }];
 * console.log(explain(await estimateCost({ model: 'gpt-4o', messages, output: 500, at: '2026-11-25' })));
 * // gpt-4o at openai: 13 tokens in, 500 out, 0.0050325 USD.
 * //
 * // messages[0]  user message  10 tokens  0.000025 USD   Its texts with o200k_base and what stands around them.
 * // request      framing       3 tokens   0.0000075 USD  What the provider adds once to a request.
 * //
 * // input   13 × 2.5 per 1,000,000  = 0.0000325 USD
 * // output  500 × 10 per 1,000,000  = 0.005 USD
 * // …
 * ```
 */
export function explain(estimate: Estimate): string {
  return reading('The estimate', () => explained(estimate), 'Pass what estimateCost() resolved to');
}

function explained(estimate: Estimate): string {
  if (!Array.isArray(estimate?.warnings)) {
    throw new PromptCostError('invalid-input', 'This is no estimate. Pass what estimateCost() resolved to.');
  }
  return [
    [headline(estimate)],
    [...partRows(estimate), ...feeRows(estimate)],
    estimate.priced ? billLines(estimate) : [],
    estimate.basis === undefined ? [] : [`${label(estimate)}: ${estimate.basis}`],
    estimate.warnings.map(({ code, message }) => `Warning (${code}): ${message}`),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function headline(estimate: Estimate): string {
  const { tokens, requested, calls } = estimate;
  const times = calls === undefined ? '' : ` in each of ${grouped(calls)} calls`;
  const counted = tokens && `${spanText(tokens.input)} tokens in, ${spanText(tokens.output)} out${times}`;
  if (!estimate.priced)
    return `${requested}: ${[counted, estimate.price.message].filter(Boolean).join('. ')}`;
  const { model, provider, cost, currency } = estimate;
  const isOne = cost.low === cost.high;
  const money = isOne ? cost.likely : `${cost.likely} (${cost.low} to ${cost.high})`;
  return `${model} at ${provider}: ${counted}, ${money} ${currency}.`;
}

function partRows(estimate: Estimate): string[] {
  const { parts = [] } = estimate;
  const price = estimate.priced ? estimate.price : undefined;
  return aligned(
    parts.map((part) => [
      part.path,
      part.what,
      `${spanText(part.tokens)} tokens`,
      ...(price ? [`${costOf(part, price)} ${price.currency}`] : []),
      part.method,
    ]),
  );
}

function costOf({ tokens, meter }: CountedPart, { rates }: PriceInForce): string {
  const billed = rates[meter] === undefined ? 'input' : meter;
  return amountOf(billed, tokens.likely, rates[billed] ?? '0');
}

function amountOf(meter: Meter, quantity: number, rate: string): string {
  const units = multiply(rational(quantity), ratio(1n, BigInt(PER[meter])));
  return toDecimal(multiply(rational(rate), units));
}

/** How often the provider's tools may run in one call, and what the likely uses cost where a fee is asked for each. */
function feeRows(estimate: Estimate): string[] {
  const price = estimate.priced ? estimate.price : undefined;
  return aligned(
    (estimate.serverTools ?? []).map(({ path, what, uses, meter, quantity }) => {
      const rate = quantity === uses && meter ? price?.rates[meter] : undefined;
      const often = `${spanText(uses)} uses`;
      if (!rate) return [path, what, often, meter === undefined ? '' : `billed by ${meter}`];
      return [path, what, often, `${amountOf(meter!, uses.likely, rate)} ${price!.currency}`];
    }),
  );
}

function billLines({ lines, currency, price }: PricedEstimate): string[] {
  const rows = lines.map(({ meter, quantity, rate, per, amount }) => [
    meter,
    `${grouped(quantity)} × ${rate} per ${grouped(per)}`,
    `= ${amount} ${currency}`,
  ]);
  const sources = price.sources.length === 0 ? [] : [`Price of ${price.offer}, seen on ${price.checked}.`];
  return [...aligned(rows), ...sources];
}

function label({ exactness }: Estimate): string {
  switch (exactness) {
    case 'exact':
      return 'Exact';
    case 'exact-text':
      return 'Exact in its text';
    default:
      return 'Approximate';
  }
}

/** `1,204`, or `1,204 (1,190 to 1,260)`. */
function spanText({ low, likely, high }: TokenRange): string {
  return low === high ? grouped(likely) : `${grouped(likely)} (${grouped(low)} to ${grouped(high)})`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Rows of cells, each column as wide as its widest cell. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]!.length), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}
