import type { Bill, Warning } from '../bill/index.js';
import type { EstimateRequest, Estimator, PricedEstimate } from '../estimate/index.js';
import { moneyText } from './money-text.js';
import { decimalOf, picosOf } from './picos.js';
import type { Picos } from './store.js';

/** A call that money was set aside for, and how its usage is priced. */
export interface PricedCall {
  readonly request: EstimateRequest;
  readonly estimate: PricedEstimate;
  readonly held: Picos;
  readonly estimator: Estimator;
}

/** What is posted for a call, and the bill that explains it. */
export interface Charge {
  readonly amount: Picos;
  readonly bill: Bill;
}

/**
 * What a call is charged for the usage its provider reports.
 *
 * Never less than is known: without usage, or where it cannot be priced, that is the whole hold. Usage of nothing counts as
 * none, since a call that was answered used something. The prices are those of the hold, whatever time the reply names. What other
 * models used on the way is charged as well, as far as it has a price in the currency.
 *
 * @param usage - From outside; throws when it is no usage at all.
 * @param call - What was reserved.
 *
 * @returns The amount, rounded half-even at 12 decimals, and its bill.
 */
export function chargeFor(usage: unknown, call: PricedCall): Charge {
  if (usage === undefined || usage === null) return wholeHold(call);
  const { provider, serviceTier, region, speed, thinking, variant, model } = call.request;
  const at = call.request.at ?? new Date(call.estimate.price.at);
  const conditions = { at, provider, serviceTier, region, speed, thinking, variant };
  const bill = call.estimator.costOfUsage(usage, { ...conditions, model });
  if (!bill.priced || bill.currency !== call.estimate.currency) {
    return { amount: call.held, bill: warned(bill, holdCharged(call, 'The usage has no price')) };
  }
  const others = othersOf(bill);
  if (others === 0n && Object.values(bill.quantities).every((quantity) => quantity === 0))
    return wholeHold(call);
  const amount = picosOf(bill.total, 'half-even') + others;
  return { amount, bill: amount > call.held ? warned(bill, overrun(amount, call)) : bill };
}

/**
 * A bill with one more warning.
 *
 * @param bill - The bill.
 * @param warning - What else there is to say.
 *
 * @returns A new bill.
 */
export function warned(bill: Bill, warning: Warning): Bill {
  return { ...bill, warnings: [...bill.warnings, warning] };
}

function othersOf({ currency, others = [] }: Extract<Bill, { priced: true }>): Picos {
  return others
    .map(({ bill }) => bill)
    .filter((bill) => bill.priced && bill.currency === currency)
    .reduce((sum, bill) => sum + (bill.priced ? picosOf(bill.total, 'half-even') : 0n), 0n);
}

function wholeHold(call: PricedCall): Charge {
  const { currency, price } = call.estimate;
  const total = decimalOf(call.held);
  const warnings = [holdCharged(call, 'No usage was reported')];
  const usd = currency === 'USD' ? { usd: Number(total) } : {};
  const bill: Bill = { priced: true, currency, total, ...usd, quantities: {}, lines: [], price, warnings };
  return { amount: call.held, bill };
}

function holdCharged({ held, estimate }: PricedCall, why: string): Warning {
  const message = `${why}, so the whole hold of ${moneyText(decimalOf(held), estimate.currency)} is charged.`;
  return { code: 'hold-charged', message };
}

function overrun(amount: Picos, { held, estimate: { currency } }: PricedCall): Warning {
  const [cost, hold] = [amount, held].map((picos) => moneyText(decimalOf(picos), currency));
  return {
    code: 'overrun',
    message: `The call cost ${cost}, more than the ${hold} held for it. All of it is posted.`,
  };
}
