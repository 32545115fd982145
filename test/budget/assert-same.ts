import { inspect, isDeepStrictEqual } from 'node:util';

// Vitest's expect would take nine tenths of the time.
export function assertSame(what: string, found: unknown, expected: unknown): void {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`${what}: ${inspect(found)} instead of ${inspect(expected)}`);
}

export function assertThat(what: string, holds: boolean): void {
  if (!holds) throw new Error(`${what} is broken`);
}
