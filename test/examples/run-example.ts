import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { type Claim, claimsOf } from './claims.js';
import { ENTRIES } from './entries.js';
import { instrumented } from './instrumented.js';
import { isPrinted } from './printed.js';
import { isShown } from './shown-value.js';
import type { WholeExample } from './whole-example.js';

const ROOT = resolve('.');

/** What an example shows and does not keep, as sentences. Throws what the example throws. */
export async function falseClaims(
  example: WholeExample,
  given: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const claims = claimsOf(example.code);
  const wrong: string[] = [];
  const met = new Set<Claim>();
  const printed: string[] = [];
  const meet = (index: number): Claim => {
    const claim = claims[index]!;
    met.add(claim);
    return claim;
  };
  const scope: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(example.given.map((name) => [name, given[name]])),
    console: {
      ...console,
      log: (...values: readonly unknown[]) => printed.push(...values.map(asPrinted).join(' ').split('\n')),
    },
    __import: (name: string) => import(placeOf(name)),
    __is: (index: number, value: unknown) => {
      const claim = meet(index);
      if (!isClaimed(value, claim)) wrong.push(`${asRead(value)}, not ${claim.comment}`);
      return value;
    },
    __throws: async (index: number, act: () => Promise<unknown>) => {
      const claim = meet(index);
      const message = await act().then(
        () => 'nothing',
        (error: Error) => error.message,
      );
      if (claim.kind === 'throws' && !isPrinted([message], [claim.message])) {
        wrong.push(`It throws ${message}, not ${claim.message}`);
      }
    },
    __prints: (index: number) => {
      const claim = meet(index);
      const lines = printed.splice(0);
      if (claim.kind === 'prints' && !isPrinted(lines, claim.lines))
        wrong.push(`It prints\n${lines.join('\n')}`);
    },
  };
  const names = Object.keys(scope);
  const run = new Function(`return ${instrumented(example, claims, names)}`)() as Run;
  await run(...names.map((name) => scope[name]));
  const unmet = claims.filter((claim) => !met.has(claim) && claim.kind !== 'one-of');
  return [...wrong, ...unmet.map(({ comment }) => `Never reached: ${comment}`)];
}

type Run = (...values: readonly unknown[]) => Promise<void>;

function placeOf(name: string): string {
  return name.startsWith('node:') ? name : pathToFileURL(join(ROOT, ENTRIES.get(name) ?? name)).href;
}

function isClaimed(value: unknown, claim: Claim): boolean {
  if (claim.kind === 'one-of') return claim.texts.includes(value as string);
  return 'shown' in claim && isShown(value, claim.shown);
}

function asRead(value: unknown): string {
  return inspect(value, { depth: 6, breakLength: 120, numericSeparator: true });
}

function asPrinted(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value);
}
