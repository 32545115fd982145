import type { Bill, Biller, Unpriced, Warning } from '../bill/index.js';
import { compare, rational } from '../money/index.js';
import { callQuantities } from './call-quantities.js';
import { scaledAmount, scaledLines } from './scaled-bill.js';
import type { Amount, EstimateRequest, PricedEstimate, TokenRange } from './types.js';

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

/**
 * Prices the low, the likely and the high size of a call at one instant.
 *
 * The three costs are put in order: past a threshold that lowers the rates a larger call can cost less.
 */
export function priceCall(
  biller: Biller,
  request: EstimateRequest,
  at: Date | string,
  input: TokenRange,
  output: TokenRange,
): PricedCall {
  const { model, provider, serviceTier, region, speed, thinking, variant, cachedInput, calls = 1 } = request;
  const ref = { model, provider, serviceTier, region, speed, thinking, variant, at };
  const bills: PricedBill[] = [];
  for (const size of ['likely', 'low', 'high'] as const) {
    const bill = biller.billOf(callQuantities(cachedInput, input[size], output[size]), ref);
    if (!bill.priced) return { priced: false, price: bill.price, warnings: bill.warnings };
    bills.push(bill);
  }
  const [likely] = bills as [PricedBill, PricedBill, PricedBill];
  const cost = inOrder(bills, calls);
  return {
    priced: true,
    model: likely.price.model,
    provider: likely.price.provider,
    currency: likely.currency,
    cost,
    ...(likely.currency === 'USD' && { usd: Number(cost.likely) }),
    lines: scaledLines(likely.lines, calls),
    price: likely.price,
    warnings: likely.warnings,
  };
}

function inOrder(bills: readonly PricedBill[], calls: number): Amount {
  const sorted = bills.map(({ total }) => total).sort((a, b) => compare(rational(a), rational(b)));
  return {
    low: scaledAmount(sorted[0]!, calls),
    likely: scaledAmount(bills[0]!.total, calls),
    high: scaledAmount(sorted[2]!, calls),
  };
}
