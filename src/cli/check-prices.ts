import { basename } from 'node:path';
import { checkPrices } from '../prices/import/index.js';
import { instantText, parseInstant } from '../prices/index.js';
import { checkText } from './check-text.js';
import type { Io } from './io.js';
import { paintFor } from './paint.js';
import { safeJson } from './printable.js';
import { readText } from './read-text.js';
import { UsageError } from './usage-error.js';

/** Prices to be checked. */
export interface CheckCommand {
  readonly name: 'check';
  /** A path, or `-` for stdin. */
  readonly file: string;
  /** The day of the prices. */
  readonly at: string | undefined;
  readonly json: boolean;
}

/**
 * The command `prices check FILE`.
 *
 * @param words - The words after `prices`.
 * @param options - The options.
 */
export function checkCommand(
  [verb, file]: readonly string[],
  { at, json = false }: { readonly at?: string; readonly json?: boolean },
): CheckCommand {
  if (verb !== 'check' || file === undefined) {
    throw new UsageError('check which prices? promptcost prices check prices.json');
  }
  return { name: 'check', file, at, json };
}

/**
 * Checks a file of prices: a seller file, a feed, or somebody else's list.
 *
 * @param command - Which file, of which day.
 * @param io - The outside world.
 *
 * @returns The exit code: 1 when anything is refused.
 */
export async function check({ file, at, json }: CheckCommand, io: Io): Promise<number> {
  const text = (await readText(file, io.stdin)).text.replace(/^\ufeff/, '');
  const date = instantText(at === undefined ? io.now() : parseInstant(at)).slice(0, 10);
  const name = file === '-' ? 'stdin' : file;
  const checked = checkPrices(text, {
    source: { ref: `file ${basename(name)}`, date },
  });
  if (checked.form === 'no prices' && !isJson(text)) {
    throw new UsageError(`cannot read ${name}: ${checked.findings.map(({ message }) => message).join(' ')}`);
  }
  const refused = checked.findings.some(({ verdict }) => verdict === 'refused');
  if (json) io.stdout.write(`${safeJson({ file: name, date, ...checked })}\n`);
  else io.stdout.write(checkText(name, checked, io.columns, paintFor(io)));
  return refused ? 1 : 0;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
