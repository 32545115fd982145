import { checkFields, PromptCostError, reading, shown } from '../errors/index.js';
import type { CapKey, HoldRequest, SettleRequest } from './store.js';
import { PERS } from './window-of.js';

/** The last millisecond that a Date has. */
const LATEST = 8.64e15;

/** A hold as the books can take it; anything else is refused before a step is made. */
export function checkedHold(hold: HoldRequest): HoldRequest {
  checkFields('The hold', hold, { id: 'string', amount: 'bigint', caps: 'array', ttl: 'number' });
  assertTime('ttl', hold.ttl);
  reading('caps', () => {
    for (const cap of hold.caps) {
      assertCap(cap);
      checkFields('A cap', cap, { limit: 'bigint' });
    }
  });
  return hold;
}

/** A settlement, likewise. */
export function checkedSettlement(settlement: SettleRequest): SettleRequest {
  checkFields('The settlement', settlement, {
    id: 'string',
    amount: 'bigint',
    caps: 'array',
    reservedAt: 'number?',
  });
  if (settlement.reservedAt !== undefined) assertTime('reservedAt', settlement.reservedAt);
  reading('caps', () => Array.from(settlement.caps, assertCap));
  return settlement;
}

function assertCap(cap: CapKey): void {
  checkFields('A cap', cap, { scope: 'string', per: 'string' });
  if (PERS.includes(cap.per)) return;
  throw new PromptCostError('invalid-input', `per is ${shown(cap.per)}. It is one of ${PERS.join(', ')}.`);
}

function assertTime(name: string, time: number): void {
  if (time >= 0 && time <= LATEST) return;
  throw new PromptCostError('invalid-input', `${name} is ${shown(time)}. Pass milliseconds.`);
}
