import { checkFields, PromptCostError, shown } from '../errors/index.js';
import { type Gate, reserve } from './reserve.js';
import type { BudgetRequest, Denial, Reservation } from './types.js';

/**
 * One call through a budget: reserve, call, settle.
 *
 * @param request - What will be sent.
 * @param call - Sends it.
 * @param usageOf - Finds the usage in the reply.
 * @param gate - The budget.
 *
 * @returns The reply.
 */
export async function run<T>(
  request: BudgetRequest,
  call: (grant: Reservation) => Promise<T>,
  usageOf: (reply: T) => unknown = usageIn,
  gate: Gate,
): Promise<T> {
  checkFields('A run', { call, usageOf }, { call: 'function', usageOf: 'function' });
  const reserved = await reserve(request, gate);
  if (!('hold' in reserved)) throw refusal(reserved.admission);
  const { reservation } = reserved.admission;
  const { id, held, replayed } = reservation;
  if (replayed) {
    // The first holder of this id may still be calling, and one hold pays for one call.
    throw new PromptCostError(
      'budget-denied',
      `The id ${shown(id)} is taken by a call on its way. A new call takes a new id.`,
    );
  }
  const conclude = async (usage: unknown): Promise<void> => {
    try {
      await reserved.hold.conclude(usage);
    } catch (error) {
      // The hold expires and is charged; the caller keeps a reply, or an error, that matters more.
      gate.onSettle({ id, held, error });
    }
  };
  let usage: unknown;
  try {
    const reply = await call(reservation);
    usage = usageOf(reply);
    return reply;
  } catch (error) {
    usage = usageIn(error);
    throw error;
  } finally {
    await conclude(usage);
  }
}

// The denial rides along as the cause, with the tokens that would fit.
function refusal(denial: Denial): PromptCostError {
  const error = new PromptCostError('budget-denied', denial.message);
  error.cause = denial;
  return error;
}

// `reply.usage`, or `error.usage` where a stream broke off; a getter that throws has none.
function usageIn(value: unknown): unknown {
  try {
    return (value as { usage?: unknown } | null | undefined)?.usage;
  } catch {
    return undefined;
  }
}
