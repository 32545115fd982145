import { PromptCostError, reading, shown } from '../../errors/index.js';
import { assertText } from '../checks.js';
import type { EncodeOptions, TokenCounter } from '../types.js';
import { nextTurn } from './next-turn.js';

const UNITS_PER_TURN = 65_536; // a millisecond or two of work

/**
 * Counts a text a stretch at a time, letting the event loop have its turn in between.
 *
 * @param counter - A new counter.
 * @param options - `signal` ends the work early: the promise is rejected with the signal's reason.
 */
export async function countAsync(
  counter: TokenCounter,
  text: string,
  options: (EncodeOptions & { readonly signal?: AbortSignal }) | undefined,
): Promise<number> {
  assertText(text);
  const signal = reading('options', () => signalIn(options));
  signal?.throwIfAborted();
  for (let at = 0; at < text.length; at += UNITS_PER_TURN) {
    if (at > 0) {
      await nextTurn();
      signal?.throwIfAborted();
    }
    counter.push(text.slice(at, at + UNITS_PER_TURN));
  }
  return counter.finish();
}

function signalIn(options: { readonly signal?: AbortSignal } | undefined): AbortSignal | undefined {
  const signal = options?.signal ?? undefined;
  if (signal === undefined || typeof signal.throwIfAborted === 'function') return signal;
  throw new PromptCostError('invalid-input', `signal is ${shown(signal)}. Pass an AbortSignal.`);
}
