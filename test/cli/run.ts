import { type Io, main } from '../../src/cli/index.js';

/** What a command left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in a terminal of 80 columns, on 2026-11-24, with nothing in its environment. */
export async function run(
  argv: readonly string[],
  world: Partial<Io> & { readonly typed?: string } = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const { typed = '', ...rest } = world;
  const stdin = Object.assign(
    (async function* () {
      yield new TextEncoder().encode(typed);
    })(),
    { isTTY: false },
  );
  const code = await main(argv, {
    stdin,
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    now: () => new Date('2026-11-24T00:00:00Z'),
    columns: 80,
    ...rest,
  });
  return { code, out, err };
}
