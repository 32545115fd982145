import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBiller } from '../../../src/bill/index.js';
import { bundledPrices } from '../../../src/prices/index.js';
import {
  type FeedFetch,
  type PriceCache,
  type RefreshOptions,
  type RefreshResult,
  refreshPrices,
} from '../../../src/prices/refresh/index.js';
import type { PriceFeed } from '../../../src/prices/schema.js';
import { POISONED } from '../poisoned.js';
import { type FeedServer, feedServer, serve } from './feed-server.js';

const NOW = new Date('2026-12-02T12:00Z');

/** A feed with one price of Groq's, seen on a day. */
function feed(
  rates: Record<string, string>,
  { asOf = '2026-12-01', seen = '2026-12-01', ...more } = {},
): PriceFeed {
  return {
    schemaVersion: 1,
    asOf,
    sellers: [
      {
        seller: 'groq',
        currency: 'USD',
        sources: { list: { ref: 'https://groq.com/pricing', date: seen } },
        offers: [
          { model: 'llama-3.3-70b', periods: [{ from: null, rates, sources: ['list'], checked: seen }] },
        ],
        ...more,
      },
    ],
  };
}
const GOOD = JSON.stringify(feed({ input: '0.5', output: '0.7' }));

let server: FeedServer;
beforeEach(async () => {
  server = await feedServer();
});
afterEach(() => server.close());

const refresh = (options: Partial<RefreshOptions> = {}): Promise<RefreshResult> =>
  refreshPrices({ url: server.url, fetch, now: () => NOW, ...options });

function memory(text?: string): PriceCache & { text: string | undefined } {
  const cache = {
    text,
    read: async () => cache.text,
    write: async (next: string) => {
      cache.text = next;
    },
  };
  return cache;
}

const groq = ({ table }: RefreshResult): unknown => {
  const price = createBiller({ prices: table, now: () => NOW }).priceOf('llama-3.3-70b', {
    provider: 'groq',
  });
  return price.priced && [price.rates.input, price.rates.output];
};
const OLD = ['0.59', '0.79'];

describe('refreshPrices', () => {
  it('lays a feed over the good table', async () => {
    server.answer = serve(GOOD);
    const result = await refresh();
    expect(result).toMatchObject({ status: 'updated', asOf: '2026-12-01', notes: [] });
    expect(groq(result)).toEqual(['0.5', '0.7']);
    const { priceOf } = createBiller({ prices: result.table, now: () => NOW });
    expect(priceOf('o1')).toMatchObject({ rates: { input: '15' } });
    expect(groq({ ...result, table: bundledPrices })).toEqual(OLD);
  });

  it('asks again with the ETag, and takes 304 for an answer', async () => {
    server.answer = serve(GOOD);
    const cache = memory();
    expect((await refresh({ cache })).status).toBe('updated');
    const again = await refresh({ cache });
    expect(again).toMatchObject({ status: 'unchanged', asOf: '2026-12-01', notes: [] });
    expect(groq(again)).toEqual(['0.5', '0.7']);
    expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"']);
  });

  it('knows the same feed again without an ETag', async () => {
    server.answer = (_, response) => response.writeHead(200).end(GOOD);
    const cache = memory();
    await refresh({ cache });
    expect((await refresh({ cache })).status).toBe('unchanged');
  });

  it('keeps what the cache has when the server is gone', async () => {
    server.answer = serve(GOOD);
    const cache = memory();
    await refresh({ cache });
    await server.close();
    const offline = await refresh({ cache });
    expect(offline).toMatchObject({ status: 'kept', asOf: '2026-12-01' });
    expect(offline.reason).toMatch(/^fetch failed: /);
    expect(groq(offline)).toEqual(['0.5', '0.7']);
  });

  it.each<[string, FeedServer['answer'], RegExp, Partial<RefreshOptions>?]>([
    ['an error', (_, to) => to.writeHead(500).end('oops'), /^it answers with status 500$/],
    ['a 304 that nobody asked for', (_, to) => to.writeHead(304).end(), /^304 without being asked$/],
    [
      'a redirect',
      (_, to) => to.writeHead(302, { location: 'http://127.0.0.1:1/evil' }).end(),
      /^it redirects to "http:\/\/127\.0\.0\.1:1\/evil"; give that address/,
    ],
    [
      'a body cut short',
      (_, to) => {
        to.writeHead(200, { 'content-length': String(GOOD.length) });
        to.write(GOOD.slice(0, 100), () => to.destroy());
      },
      /terminated|aborted|other side closed/,
    ],
    ['half a feed', (_, to) => to.end(GOOD.slice(0, -20)), /^the feed: not JSON/],
    ['no answer', () => {}, /^no whole answer within 200 ms$/, { timeoutMs: 200 }],
    [
      'a body that trickles',
      async (_, to) => {
        to.writeHead(200);
        for (const letter of GOOD) {
          to.write(letter);
          await wait(50);
        }
      },
      /^no whole answer within 300 ms$/,
      { timeoutMs: 300 },
    ],
    [
      'a body that says it is huge',
      (_, to) => to.writeHead(200, { 'content-length': '60000000' }).flushHeaders(),
      /^it has 60000000 bytes; maxBytes is 5000000$/,
    ],
    [
      'a body that never ends',
      (_, to) => {
        const more = (): void => {
          while (!to.destroyed && to.write('x'.repeat(65_536)));
        };
        to.on('drain', more);
        more();
      },
      /^it has more than 5000000 bytes; maxBytes is 5000000$/,
    ],
    [
      'another file than the pinned one',
      serve(GOOD),
      /^its SHA-256 is [\da-f]{64}, not 0{64}$/,
      { sha256: '0'.repeat(64) },
    ],
    ['bytes that are no text', (_, to) => to.end(Buffer.of(0xff, 0xfe)), /^it is not UTF-8$/],
    [
      'another version',
      serve(JSON.stringify({ ...JSON.parse(GOOD), schemaVersion: 2 })),
      /^schemaVersion: not 1/,
    ],
    [
      'an older table',
      serve(JSON.stringify(feed({ input: '0.5', output: '0.7' }, { asOf: '2025-01-01' }))),
      /^it is of 2025-01-01, older than 2026-/,
    ],
    [
      'a table of the future, which no later one could follow',
      serve(JSON.stringify(feed({ input: '0.5', output: '0.7' }, { asOf: '9999-01-01' }))),
      /^it is of 9999-01-01, a day that has not come$/,
    ],
    [
      'four times the price on old evidence',
      serve(JSON.stringify(feed({ input: '2.4', output: '3.2' }, { seen: '2026-01-01' }))),
      /^groq\/llama-3\.3-70b input goes from 0\.59 to 2\.4, more than 3 times; its newest source is of 2026-01-01/,
    ],
    [
      'a twentieth of the price on new evidence',
      serve(JSON.stringify(feed({ input: '0.02', output: '0.03' }))),
      /^groq\/llama-3\.3-70b input goes from 0\.59 to 0\.02, more than 10 times; allow: \['groq\/llama-3\.3-70b'\]/,
    ],
    [
      'a gift',
      serve(JSON.stringify(feed({ input: '0', output: '0' }))),
      /input goes from 0\.59 to 0, more than 10 times/,
    ],
    [
      'a gift behind a rule that always holds',
      serve(
        JSON.stringify(
          feed({ input: '0.59', output: '0.79' }, {
            rules: { gift: { kind: 'multiply', when: { serviceTier: ['standard'] }, by: '1/1000' } },
            offers: [
              {
                model: 'llama-3.3-70b',
                periods: [
                  {
                    from: null,
                    rates: { input: '0.59', output: '0.79' },
                    rules: ['gift'],
                    sources: ['list'],
                    checked: '2026-12-01',
                  },
                ],
              },
            ],
          } as object),
        ),
      ),
      /more than 10 times/,
    ],
    [
      'a price that falls to a thousandth tomorrow',
      serve(
        JSON.stringify(
          feed({}, {
            offers: [
              {
                model: 'llama-3.3-70b',
                periods: [
                  {
                    from: null,
                    until: '2026-12-03',
                    rates: { input: '0.59', output: '0.79' },
                    sources: ['list'],
                    checked: '2026-12-01',
                  },
                  {
                    from: '2026-12-03',
                    rates: { input: '0.0006', output: '0.79' },
                    sources: ['list'],
                    checked: '2026-12-01',
                  },
                ],
              },
            ],
          } as object),
        ),
      ),
      /input goes from 0\.59 to 0\.0006, more than 10 times/,
    ],
    [
      'another currency',
      serve(JSON.stringify(feed({ input: '0.59', output: '0.79' }, { currency: 'CNY' } as object))),
      /^groq\/llama-3\.3-70b is in CNY; it was in USD$/,
    ],
  ])('keeps the good table after %s', async (_, answer, reason, options) => {
    server.answer = answer;
    const cache = memory();
    const result = await refresh({ cache, ...options });
    expect(result).toMatchObject({ status: 'kept', reason: expect.stringMatching(reason) });
    expect(result.table).toBe(bundledPrices);
    expect(result.asOf).toBe(bundledPrices.asOf);
    expect(cache.text).toBeUndefined();
  });

  it('takes what it refuses when the caller vouches for it', async () => {
    server.answer = serve(JSON.stringify(feed({ input: '0.02', output: '0.03' })));
    const result = await refresh({ allow: ['groq/llama-3.3-70b'] });
    expect(groq(result)).toEqual(['0.02', '0.03']);
  });

  it('takes four times the price on new evidence, and the very file that is pinned', async () => {
    const text = JSON.stringify(feed({ input: '2.36', output: '3.16' }));
    server.answer = serve(text);
    const result = await refresh({ sha256: createHash('sha256').update(text).digest('hex').toUpperCase() });
    expect(groq(result)).toEqual(['2.36', '3.16']);
  });

  it('brings the price of a model that the package does not know', async () => {
    const known = feed({ input: '0.5', output: '0.7' });
    const [seller] = known.sellers;
    const more = { ...seller!.offers[0]!, model: 'llama-9' };
    const offers = [...seller!.offers, more];
    server.answer = serve(JSON.stringify({ ...known, sellers: [{ ...seller, offers }] }));
    const result = await refresh();
    expect(result).toMatchObject({ status: 'updated', notes: [] });
    const { priceOf } = createBiller({ prices: result.table, now: () => NOW });
    expect(priceOf('llama-9')).toMatchObject({ offer: 'groq/llama-9', rates: { input: '0.5' } });
  });

  it('leaves out an offer whose model goes by another name, and says so', async () => {
    const known = feed({ input: '0.5', output: '0.7' });
    const [seller] = known.sellers;
    const more = { ...seller!.offers[0]!, model: 'claude-3-5-haiku-20241022' };
    const offers = [...seller!.offers, more];
    server.answer = serve(JSON.stringify({ ...known, sellers: [{ ...seller, offers }] }));
    expect(await refresh()).toMatchObject({
      status: 'updated',
      notes: [
        'An offer was left out, and 0 more like it. sellers.0.offers.1.model: claude-3-5-haiku-20241022 means claude-3-5-haiku here: write that, and rules for what else it says.',
      ],
    });
  });

  it.each(POISONED.filter(([, given]) => typeof given === 'object' && given !== null).slice(0, 60))(
    'keeps the good table after a poisoned one: %s',
    async (name, given) => {
      if (/circle|bigint|getter|NaN/.test(name)) return; // no JSON has it
      server.answer = serve(JSON.stringify({ schemaVersion: 1, asOf: '2026-12-01', sellers: [given] }));
      const result = await refresh();
      expect(result.status).toBe('kept');
      expect(result.table).toBe(bundledPrices);
    },
  );
});

describe('a cache', () => {
  it.each<[string, string]>([
    ['cut short', '{"version":1,"url":'],
    ['of other bytes', '\u0000\u0000'],
    ['of another version', '{"version":2}'],
    ['changed by a letter', ''],
  ])('that is %s is not used, and replaced', async (name, text) => {
    server.answer = serve(GOOD);
    const cache = memory(text);
    if (name.startsWith('changed')) {
      await refresh({ cache });
      cache.text = cache.text!.replace('0.7', '0.1');
    }
    const result = await refresh({ cache });
    expect(result.status).toBe('updated');
    expect(result.notes).toEqual([expect.stringMatching(/^The cache was not used: .+\.$/)]);
    expect(server.asked.at(-1)!.headers['if-none-match']).toBeUndefined();
    expect((await refresh({ cache })).notes).toEqual([]);
  });

  it('of another address is no cache of this one', async () => {
    server.answer = serve(GOOD);
    const cache = memory();
    await refresh({ cache });
    await refresh({ cache, url: `${server.url}?v=2` });
    expect(server.asked.at(-1)!.headers['if-none-match']).toBeUndefined();
  });

  it('older than the package is not used', async () => {
    server.answer = serve(GOOD);
    const cache = memory();
    await refresh({ cache });
    const current = (await refresh({ cache: memory() })).table;
    const newer = Object.assign(Object.create(Object.getPrototypeOf(current)), current, {
      asOf: '2026-12-02',
    });
    const result = await refresh({ cache, current: newer });
    expect(result).toMatchObject({ status: 'kept', reason: 'it is of 2026-12-01, older than 2026-12-02' });
    expect(result.notes).toEqual(['The cache was not used: it is of 2026-12-01, older than 2026-12-02.']);
  });

  it('that throws harms nobody', async () => {
    server.answer = serve(GOOD);
    const broken = async (): Promise<never> => {
      throw new Error('no disk');
    };
    const result = await refresh({ cache: { read: broken, write: broken } });
    expect(result.status).toBe('updated');
    expect(result.notes).toEqual(['The cache was not used: no disk.', 'The cache was not written: no disk.']);
  });
});

describe('a fetch', () => {
  it('that does not listen to its signal is not waited for', async () => {
    const deaf: FeedFetch = () => new Promise(() => {});
    expect(await refresh({ fetch: deaf, timeoutMs: 100 })).toMatchObject({ status: 'kept' });
  });

  it('that followed a redirect by itself is not believed', async () => {
    server.answer = (request, response) => {
      if (request.url === '/v1.json') response.writeHead(302, { location: '/other.json' }).end();
      else response.end(GOOD);
    };
    const eager: FeedFetch = (url, init) => fetch(url, { ...init, redirect: 'follow' });
    expect(await refresh({ fetch: eager })).toMatchObject({
      status: 'kept',
      reason: expect.stringMatching(/^it redirects/),
    });
  });

  it('that throws what is no error keeps the good table', async () => {
    expect(await refresh({ fetch: () => Promise.reject('no') })).toMatchObject({
      reason: 'the fetch failed',
    });
  });
});

it.each<[string, object]>([
  ['no fetch', { fetch: undefined }],
  ['plain http elsewhere', { url: 'http://prices.example.com/v1.json' }],
  ['a file', { url: 'file:///etc/passwd' }],
  ['no address', { url: 'prices' }],
  ['a hash that is none', { sha256: 'abc' }],
  ['no bytes', { maxBytes: 0 }],
  ['no time', { timeoutMs: Number.NaN }],
])('refreshPrices refuses %s before it fetches', async (_, options) => {
  await expect(refresh(options as Partial<RefreshOptions>)).rejects.toMatchObject({ code: 'invalid-input' });
  expect(server.asked).toEqual([]);
});
