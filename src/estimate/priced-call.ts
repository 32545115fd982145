import {
  type Bill,
  type Biller,
  type PriceInForce,
  requestFee,
  type Unpriced,
  type Warning,
} from '../bill/index.js';
import { PromptCostError } from '../errors/index.js';
import type { Meter, Quantities } from '../meters/index.js';
import type { Conditions } from '../models/index.js';
import { compare, rational } from '../money/index.js';
import type { CountedPart, MarkedTokens, TokenRange } from '../request/index.js';
import { type CacheSplit, type CacheSplits, cacheSplits } from './cache-splits.js';
import { callQuantities } from './call-quantities.js';
import { scaledLines, totalOf } from './scaled-bill.js';
import type { Amount, Estimate, EstimateRequest, PricedEstimate, ServerToolUse } from './types.js';

type PricedBill = Extract<Bill, { priced: true }>;

/** What the price has to say of an estimate. */
export type PricedCall =
  | (Pick<
      PricedEstimate,
      'priced' | 'model' | 'provider' | 'currency' | 'cost' | 'usd' | 'lines' | 'price'
    > & {
      readonly priced: true;
      readonly warnings: readonly Warning[];
    })
  | { readonly priced: false; readonly price: Unpriced; readonly warnings: readonly Warning[] };

/** What is known of the input beside its size. */
interface Counted {
  readonly parts?: readonly CountedPart[] | undefined;
  readonly marked?: MarkedTokens;
}

/**
 * Prices the low, the likely and the high size of a call.
 *
 * Pictures and sound are billed at the offer's own rates for them, where it has any, and as text where it has none. Tools that the
 * provider runs are billed by the offer's fee, and warn where it has none.
 *
 * The costs are put in order: past a threshold that lowers the rates a larger call can cost less.
 */
export function priceCall(
  biller: Biller,
  request: EstimateRequest,
  { input, output }: NonNullable<Estimate['tokens']>,
  { parts = [], marked }: Counted = {},
  serverTools: readonly ServerToolUse[] = [],
): PricedCall {
  const { model } = request;
  const ref = { model, ...conditionsOf(request) };
  const { cachedInput, calls = 1 } = request;
  const price = biller.priceOf(model, ref);
  const splits = cacheSplits(cachedInput, input, marked, price);
  checkSize(calls, input.high + output.high);
  const apart = apartOf(parts, price);
  const bills: PricedBill[] = [];
  for (const [size, split] of sizesOf(splits)) {
    const used = callQuantities(split, input[size], output[size], apart(size));
    const fees = toolFees(serverTools, price, size);
    const bill = biller.billOf({ ...used, ...requestFee(price), ...fees }, ref);
    if (!bill.priced) return { priced: false, price: bill.price, warnings: bill.warnings };
    bills.push({ ...bill, lines: scaledLines(bill.lines, calls) });
  }
  const likely = bills[0]!;
  const cost = inOrder(bills.map(({ lines }) => totalOf(lines)));
  return {
    priced: true,
    model: likely.price.model,
    provider: likely.price.provider,
    currency: likely.currency,
    cost,
    ...(likely.currency === 'USD' && { usd: Number(cost.likely) }),
    lines: likely.lines,
    price: likely.price,
    warnings: [...likely.warnings, ...splits.warnings, ...unknownFees(serverTools, price)],
  };
}

function hasRate(price: PriceInForce | Unpriced, meter: Meter): boolean {
  return price.priced && price.rates[meter] !== undefined;
}

function toolFees(
  tools: readonly ServerToolUse[],
  price: PriceInForce | Unpriced,
  size: keyof TokenRange,
): Quantities {
  const sums: Partial<Record<Meter, number>> = {};
  for (const { meter, quantity } of tools) {
    if (meter && quantity && hasRate(price, meter)) sums[meter] = (sums[meter] ?? 0) + quantity[size];
  }
  return sums;
}

function unknownFees(tools: readonly ServerToolUse[], price: PriceInForce | Unpriced): Warning[] {
  return tools
    .filter(({ meter }) => meter !== undefined && !hasRate(price, meter))
    .map(({ path }) => ({
      code: 'server-tool-unpriced',
      message: `No fee for the uses of ${path} is on record for this model and seller: the cost has their tokens alone.`,
    }));
}

/** What of a request decides its price. */
export function conditionsOf(request: EstimateRequest): Conditions {
  const { at, provider, serviceTier, region, speed, thinking, variant } = request;
  return { at, provider, serviceTier, region, speed, thinking, variant };
}

function apartOf(
  parts: readonly CountedPart[],
  price: PriceInForce | Unpriced,
): (size: keyof TokenRange) => Quantities {
  const apart = parts.filter(({ meter }) => meter !== 'input' && hasRate(price, meter));
  return (size) => {
    const sums: Partial<Record<Meter, number>> = {};
    for (const { meter, tokens } of apart) sums[meter] = (sums[meter] ?? 0) + tokens[size];
    return sums;
  };
}

// Beyond this a number of tokens is no longer exact, and a line would not be quantity × rate.
function checkSize(calls: number, tokens: number): void {
  if (Number.isSafeInteger(calls * tokens)) return;
  throw new PromptCostError(
    'invalid-input',
    `calls (${calls}) of up to ${tokens} tokens are more than ${Number.MAX_SAFE_INTEGER} in all, which is as far as they are counted.`,
  );
}

// The likely one first.
function sizesOf({ low, likely, high }: CacheSplits): [keyof TokenRange, CacheSplit][] {
  return [
    ['likely', likely],
    ...low.map((split): [keyof TokenRange, CacheSplit] => ['low', split]),
    ...high.map((split): [keyof TokenRange, CacheSplit] => ['high', split]),
  ];
}

function inOrder(totals: readonly string[]): Amount {
  const sorted = [...totals].sort((a, b) => compare(rational(a), rational(b)));
  return { low: sorted[0]!, likely: totals[0]!, high: sorted.at(-1)! };
}
