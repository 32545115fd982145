import type { Bill, BillClock } from '../bill/index.js';
import type { Estimator } from '../estimate/index.js';
import { type Usage, usageOf } from '../usage/index.js';
import type { Io } from './io.js';
import { roomIn } from './labelled.js';
import { paintFor } from './paint.js';
import type { UsageCommand } from './price-arguments.js';
import { safeJson } from './printable.js';
import { readText } from './read-text.js';
import { UsageError } from './usage-error.js';
import { billText } from './usage-text.js';

/** A reply, its bill, and for when it was made out. */
export interface BilledReply {
  readonly model: string;
  readonly usage: Usage;
  readonly bill: Bill;
  /** Who named the instant of the price. */
  readonly clock: BillClock;
}

/**
 * Prints the bill of a reply, line by line, with the price behind it.
 *
 * @param command - Which file, which model, when.
 * @param estimator - Knows the prices.
 * @param io - The outside world.
 *
 * @returns The exit code: 1 when there is no price.
 */
export async function usage(command: UsageCommand, estimator: Estimator, io: Io): Promise<number> {
  const reply = parsed(command.file, (await readText(command.file, io.stdin)).text);
  const read = usageOf(reply, { model: command.model });
  const model = command.model ?? read.model;
  if (model === undefined) throw new UsageError('the reply names no model; write -m o1');
  const bill = estimator.costOfUsage(reply, { ...command.conditions, model });
  const billed: BilledReply = { model, usage: read, bill, clock: bill.clock ?? 'now' };
  if (command.json) io.stdout.write(`${safeJson(billed)}\n`);
  else io.stdout.write(billText(billed, io, roomIn(io.columns), paintFor(io)));
  return bill.priced ? 0 : 1;
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new UsageError(`${file === '-' ? 'stdin' : file} is no JSON: give one reply, or its usage object`);
  }
}
