/**
 * What went wrong, to branch on. Codes are stable across versions; messages are for people and may change.
 *
 * - `invalid-input`: an argument of the wrong type, size or shape.
 * - `invalid-instant`: a date that cannot be placed on the time line.
 * - `unknown-model`: no record of that model id.
 * - `unknown-encoding`: no vocabulary of that name.
 * - `unknown-template`: no chat template of that name.
 * - `missing-package`: an optional package that the call needs is not installed.
 * - `encoding-not-loaded`: a synchronous call before `loadEncoding`.
 * - `unsupported-encoding`: a vocabulary file that this version cannot read.
 * - `unpriced`: a number was demanded where no price is known.
 * - `invalid-prices`: a price table that breaks its own rules.
 * - `over-budget`: the call would cost more than its limit.
 * - `budget-denied`: a cap has no room, or the ledger could not say so.
 * - `too-small`: a limit smaller than one indivisible piece.
 */
export type ErrorCode =
  | 'invalid-input'
  | 'invalid-instant'
  | 'unknown-model'
  | 'unknown-encoding'
  | 'unknown-template'
  | 'missing-package'
  | 'encoding-not-loaded'
  | 'unsupported-encoding'
  | 'unpriced'
  | 'invalid-prices'
  | 'over-budget'
  | 'budget-denied'
  | 'too-small';

/**
 * Every error this library throws on purpose.
 *
 * The message names the thing, the number and the way out; it never holds the text of a prompt.
 *
 * @example
 * ```ts
 * try {
 *   await countTokens('hello', 'no-such-model');
 * } catch (error) {
 *   if (error instanceof PromptCostError && error.code === 'unknown-model') {
 *     error.message; // 'Unknown model "no-such-model".…'
 *   }
 * }
 * ```
 */
export class PromptCostError extends Error {
  override readonly name: string = 'PromptCostError';
  readonly code: ErrorCode;

  /**
   * @param code - What went wrong.
   * @param message - One or two sentences: the thing, the number, the way out.
   */
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
