/** Stands in every text of a valid call, and in what strange values throw: no message may hold it. */
export const SECRET = 'canary-7f3a';

/** A value that no caller should pass, by the name it has in a failure. Each is made anew, since some remember. */
export interface StrangeValue {
  readonly name: string;
  readonly make: () => unknown;
}

const throws = (): never => {
  throw new Error(SECRET);
};

class Thing {
  readonly kind = 'thing';
}

const TRAPS: readonly (keyof ProxyHandler<object>)[] = [
  'get',
  'has',
  'ownKeys',
  'getOwnPropertyDescriptor',
  'getPrototypeOf',
];

const MADE: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  '-0': () => -0,
  '-1': () => -1,
  '0.5': () => 0.5,
  7: () => 7,
  '2^60': () => 2 ** 60,
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  'a BigInt': () => 1n,
  'a symbol': () => Symbol(SECRET),
  'an empty text': () => '',
  'a word': () => 'x',
  'a text of several words': () => `my ${SECRET} is a text of several words`,
  'a text with a NUL': () => 'x\u0000',
  'an empty list': () => [],
  'a sparse list': () => Object.assign(new Array(3), { 1: null }),
  'a list in itself': () => {
    const list: unknown[] = [];
    list.push(list);
    return list;
  },
  'an empty object': () => ({}),
  'an object without a prototype': () => Object.create(null),
  'an object that cannot be a text': () => ({ toString: '', valueOf: '' }),
  'an object whose text throws': () => ({ toString: throws, [Symbol.toPrimitive]: throws }),
  'an object whose JSON throws': () => ({ toJSON: throws }),
  'an object of a class': () => new Thing(),
  'an object that throws': () =>
    new Proxy({}, Object.fromEntries(TRAPS.map((trap) => [trap, throws])) as ProxyHandler<object>),
  'a list that throws': () => new Proxy([], { get: throws }),
  'a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  'a function': () => () => SECRET,
  'an invalid Date': () => new Date(Number.NaN),
  'a Map': () => new Map([[SECRET, SECRET]]),
  'no bytes': () => new Uint8Array(0),
  'a promise': () => Promise.resolve(SECRET),
};

export const STRANGE_VALUES: readonly StrangeValue[] = Object.entries(MADE).map(([name, make]) => ({
  name,
  make,
}));
