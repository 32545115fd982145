import type { Bill, Warning } from '../bill/index.js';
import { PromptCostError, shown } from '../errors/index.js';
import { type Charge, chargeFor, type PricedCall, warned } from './charge-for.js';
import { moneyText } from './money-text.js';
import { decimalOf } from './picos.js';
import type { BudgetStore, CapKey, SettleAnswer } from './store.js';

/** A hold in a store, and what is known of the call it is for. */
export interface HeldCall extends PricedCall {
  readonly id: string;
  readonly caps: readonly CapKey[];
  readonly reservedAt: number;
  readonly store: BudgetStore;
  readonly onBill: (bill: Bill) => void;
}

/** The rest of a hold's life: one settle or one release. */
export interface OpenHold {
  settle(usage: unknown): Promise<Bill>;
  release(): Promise<void>;
  /** Ends it for a call that is over, if its caller has not: with its usage, or in full when that is missing or no usage. */
  conclude(usage: unknown): Promise<void>;
}

/**
 * A hold that waits to be settled or released, once.
 *
 * @param call - The hold and its call.
 *
 * @returns The ways it can end.
 */
export function openHold(call: HeldCall): OpenHold {
  let settling: Promise<Bill> | undefined;
  let released = false;

  // A settle that failed may be tried again; one that went through stands.
  const settle = (charge: () => Charge): Promise<Bill> => {
    settling ??= post(charge, call).catch((error: unknown) => {
      settling = undefined;
      throw error;
    });
    return settling;
  };

  return {
    settle: (usage) => settle(() => chargeFor(usage, call)),
    async release() {
      if (settling) return void (await settling);
      const answer = await asked(call, () => call.store.release(call.id));
      released = answer.outcome === 'released';
    },
    async conclude(usage) {
      if (released && (usage === undefined || usage === null)) return;
      await settle(() => readableCharge(usage, call));
    },
  };
}

function readableCharge(usage: unknown, call: PricedCall): Charge {
  try {
    return chargeFor(usage, call);
  } catch {
    return chargeFor(undefined, call);
  }
}

async function post(charge: () => Charge, call: HeldCall): Promise<Bill> {
  const { amount, bill } = charge();
  const { id, caps, reservedAt, store } = call;
  const answer = await asked(call, () => store.settle({ id, amount, caps, reservedAt }));
  const remark = remarkOn(answer, call);
  const posted = remark ? warned(bill, remark) : bill;
  call.onBill(posted);
  return posted;
}

async function asked<T>(call: HeldCall, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    const held = moneyText(decimalOf(call.held), call.estimate.currency);
    const error = new PromptCostError(
      'budget-denied',
      `The ${call.store.name} store did not answer, so the hold ${shown(call.id)} of ${held} stands until it expires and is charged. Try again.`,
    );
    error.cause = cause;
    throw error;
  }
}

function remarkOn(answer: SettleAnswer, { id, estimate }: HeldCall): Warning | undefined {
  if (answer.outcome === 'conflict') {
    const settled = moneyText(decimalOf(answer.settled), estimate.currency);
    return {
      code: 'settle-conflict',
      message: `${shown(id)} was settled before for ${settled}, which stands.`,
    };
  }
  switch (answer.from) {
    case 'expired':
      return {
        code: 'late-settle',
        message: `The hold ${shown(id)} had expired and was charged in full; that is corrected.`,
      };
    case 'released':
      return {
        code: 'settled-after-release',
        message: `The hold ${shown(id)} was released before; its cost is posted all the same.`,
      };
    case 'unknown':
      return {
        code: 'hold-unknown',
        message: `The store no longer knows the hold ${shown(id)}; its cost is posted all the same.`,
      };
    default:
      return undefined;
  }
}
