import { shown } from '../errors/index.js';
import type { EstimateRequest, Estimator } from '../estimate/index.js';
import { affordableOutput } from './affordable-output.js';
import { moneyText } from './money-text.js';
import { decimalOf } from './picos.js';
import type { Quote } from './quote.js';
import type { CapLimit, HoldAnswer } from './store.js';
import type { Denial } from './types.js';

/**
 * A store's no, with what a caller can do about it.
 *
 * @param answer - The cap with the least room.
 * @param request - The call.
 * @param quoted - What it would have held.
 * @param estimator - Finds the longest answer that would fit.
 *
 * @returns The denial for the caller.
 */
export async function denial(
  answer: Extract<HoldAnswer, { outcome: 'denied' }>,
  request: EstimateRequest,
  quoted: Extract<Quote, { ok: true }>,
  estimator: Estimator,
): Promise<Denial> {
  const { estimate, amount, maxOutputTokens } = quoted;
  const { scope, per } = answer.cap;
  const need = decimalOf(amount);
  const remaining = decimalOf(answer.remaining);
  const affordableOutputTokens = await affordableOutput(
    request,
    estimate,
    answer.remaining,
    maxOutputTokens,
    estimator,
  );
  const resetsAt = answer.resetsAt === null ? undefined : new Date(answer.resetsAt).toISOString();
  const [room, cost] = [remaining, need].map((amount) => moneyText(amount, estimate.currency));
  const ways = [
    ...(affordableOutputTokens > 0 ? [`ask for at most ${affordableOutputTokens} output tokens`] : []),
    ...(resetsAt ? [`wait until ${resetsAt}`] : []),
  ];
  const wayOut = ways.length === 0 ? 'Raise the cap, or send less.' : `${capitalized(ways.join(', or '))}.`;
  return {
    ok: false,
    reason: 'denied',
    message: `${shown(scope)} has ${room} left ${perText(per)}, and this call may cost up to ${cost}. ${wayOut}`,
    cap: scope,
    per,
    need,
    remaining,
    affordableOutputTokens,
    ...(resetsAt && { resetsAt }),
  };
}

function perText(per: CapLimit['per']): string {
  if (per === 'total') return 'in total';
  return per === 'day' ? 'today (UTC)' : `this ${per}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
