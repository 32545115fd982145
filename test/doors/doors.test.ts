import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { PromptCostError } from '../../src/errors/index.js';
import { THINGS } from './made-things.js';
import { type Place, placesIn, valueAt, withGetter, withValue } from './places.js';
import { SECRET, STRANGE_VALUES } from './strange-values.js';
import { EXPORTS, type ValidCalls } from './valid-calls.js';
import { encoding } from './valid-values.js';

/** Milliseconds after which a call has hung: any takes less than a hundredth. */
const HUNG = 20_000;
const LONGEST_MESSAGE = 600;

type Callable = (...args: readonly unknown[]) => unknown;

/** A module behind each subpath of `package.json`. */
const entries = await Promise.all(
  Object.keys(manifest.exports)
    .filter((subpath) => subpath !== './package.json')
    .map(async (subpath) => {
      const name = subpath === '.' ? 'index' : subpath.slice(2).replace('prices/', 'prices-');
      const file = new URL(`../../src/${name.includes('/') ? name : `entries/${name}`}.ts`, import.meta.url);
      return { subpath, module: (await import(file.href)) as Readonly<Record<string, unknown>> };
    }),
);

/** The names of its methods, own or of its class. */
function methodsOf(thing: object): string[] {
  const shared = Object.getPrototypeOf(thing) as object;
  const names = [
    ...Object.keys(thing),
    ...(shared === Object.prototype ? [] : Object.getOwnPropertyNames(shared)),
  ];
  const internal = ['constructor', 'withSpecials'];
  return names.filter(
    (name) => typeof thing[name as keyof object] === 'function' && !internal.includes(name),
  );
}

test('every export has a valid call in this test, or is data', () => {
  const names = entries.flatMap(({ module }) => Object.keys(module));
  expect(names.filter((name) => !Object.hasOwn(EXPORTS, name))).toEqual([]);
  expect(Object.keys(EXPORTS).filter((name) => !names.includes(name))).toEqual([]);
});

test.each(THINGS)('every method of $name has a valid call in this test', async ({ make, methods }) => {
  expect(methodsOf(await make()).sort()).toEqual(Object.keys(methods).sort());
});

test('every ready encoding is one whose methods are tried here', () => {
  const ready = entries.flatMap(({ module }) => ('default' in module ? [module['default'] as object] : []));
  expect(ready.length).toBeGreaterThan(0);
  for (const each of ready) expect(each.constructor).toBe(encoding.constructor);
});

const callable = (module: object): string[] => Object.keys(module).filter((name) => EXPORTS[name] !== 'data');

describe.each(entries.filter(({ module }) => callable(module).length > 0))('$subpath', ({ module }) => {
  test.each(callable(module))('%s', async (name) => {
    await refusesStrangeValues(EXPORTS, name, async () => module);
  });
});

describe.each(THINGS)('$name', ({ make, methods }) => {
  test.each(Object.keys(methods))('%s', async (name) => {
    await refusesStrangeValues(methods, name, make);
  });
});

/** One call that must succeed, and then one for each strange value in each place: it returns, or is refused in our own words. */
async function refusesStrangeValues(
  calls: ValidCalls,
  name: string,
  make: () => Promise<object>,
): Promise<void> {
  const valid = calls[name] as () => readonly unknown[];
  const call = async (args: readonly unknown[]): Promise<unknown> => {
    const thing = (await make()) as Readonly<Record<string, Callable>>;
    const returned = thing[name]!(...args);
    return isLazy(returned) ? [...returned] : returned;
  };
  await call(valid());
  const wrong: string[] = [];
  for (const place of placesIn(valid())) {
    // A function in the place of a function is the caller's own affair.
    const isOwn = typeof valueAt(valid(), place) === 'function';
    for (const strange of STRANGE_VALUES) {
      if (isOwn && typeof strange.make() === 'function') continue;
      const why = await objection(() => call(withValue(valid(), place, strange)));
      if (why) wrong.push(`${pathOf(place)} is ${strange.name}: ${why}`);
    }
    const why = place.length > 1 && (await objection(() => call(withGetter(valid(), place))));
    if (why) wrong.push(`${pathOf(place)} throws: ${why}`);
  }
  expect(wrong.join('\n')).toBe('');
}

/** What is wrong with how a call ends, or nothing. */
async function objection(call: () => Promise<unknown>): Promise<string | undefined> {
  const late = wait(HUNG, 'late', { ref: false });
  const ended = await Promise.race([
    call().then(
      () => undefined,
      (error: unknown) => ({ error }),
    ),
    late,
  ]);
  if (ended === 'late') return 'it hangs';
  if (typeof ended !== 'object') return undefined;
  const { error } = ended;
  if (!(error instanceof PromptCostError)) {
    return error instanceof Error
      ? `${error.name}: ${error.message}\n${error.stack?.split('\n')[1]}`
      : `${typeof error} is thrown`;
  }
  const { message } = error;
  if (message.includes(SECRET)) return `it shows a text: ${message}`;
  return message.length > LONGEST_MESSAGE || message.includes('\n')
    ? `it says too much: ${message}`
    : undefined;
}

function pathOf(place: Place): string {
  return place.map((key) => `[${JSON.stringify(key)}]`).join('');
}

function isLazy(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Symbol.iterator in value;
}
