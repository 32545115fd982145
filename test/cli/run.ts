import { type Io, main } from '../../src/cli/index.js';
import { createEstimator, type Estimator } from '../../src/estimate/index.js';

/** What a command left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What differs from a pipe that says nothing. */
export interface World extends Partial<Io> {
  /** On stdin, as one chunk. */
  readonly typed?: string;
  /** On stdin, as several. */
  readonly piped?: readonly Uint8Array[];
  /** Whether stdin is a terminal. */
  readonly terminal?: boolean;
  /** What counts and prices otherwise than it does. */
  readonly estimator?: Partial<Estimator>;
}

/** Runs the command in a terminal of 80 columns, on 2026-11-24, with nothing in its environment. */
export async function run(argv: readonly string[], world: World = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const { typed = '', piped, terminal = false, estimator, ...rest } = world;
  const stdin = Object.assign(
    (async function* () {
      yield* piped ?? [new TextEncoder().encode(typed)];
    })(),
    { isTTY: terminal },
  );
  const io: Io = {
    stdin,
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    now: () => new Date('2026-11-24T00:00:00Z'),
    columns: 80,
    ...rest,
  };
  const code = await main(argv, io, (options) => ({ ...createEstimator(options), ...estimator }));
  return { code, out, err };
}
