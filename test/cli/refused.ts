import { expect } from 'vitest';
import { type Ran, run, type World } from './run.js';

/** A word of the odd files, which no message may show. */
export const SECRET = 'kumquat';

/** Runs what must be refused: one line on stderr that begins with the command, nothing on stdout, no stack, no text of a file. */
export async function refused(argv: readonly string[], world?: World): Promise<Ran> {
  const ran = await run(argv, world);
  const said = JSON.stringify([argv, ran]);
  expect([1, 2], said).toContain(ran.code);
  expect(ran.out, said).toBe('');
  expect(ran.err, said).toMatch(/^promptcost: [^\n]+\n$/);
  expect(ran.err, said).not.toMatch(new RegExp(`\\bat .*:\\d+:\\d+|${SECRET}`));
  return ran;
}
