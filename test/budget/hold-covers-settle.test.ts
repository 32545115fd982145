import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEstimator, type EstimateRequest } from '../../src/estimate/index.js';
import { METERS } from '../../src/meters/index.js';
import { cacheRule, listModels } from '../../src/models/index.js';
import { bundledPrices, type Offer, offersOf } from '../../src/prices/index.js';
import { someBudget } from './some-budget.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const now = (): Date => NOW;
const estimator = createEstimator();

type Tier = 'standard' | 'batch' | 'flex' | 'priority';
const TIERS: readonly Tier[] = ['standard', 'batch', 'flex', 'priority'];

/** Every offer in dollars that has a price for words now, in every tier that it has a price for. */
const sold = listModels()
  .flatMap(({ model }) => offersOf(bundledPrices, model))
  .flatMap((offer) => tiersOf(offer).map((serviceTier) => ({ offer, serviceTier })));

function tiersOf({ model, provider }: Offer): readonly Tier[] {
  return TIERS.filter((serviceTier) => {
    const price = estimator.priceOf(model, { at: NOW, provider, serviceTier });
    return price.priced && price.currency === 'USD' && price.rates.input && price.rates.output;
  });
}

interface Piece {
  readonly words: number;
  readonly ttl: '5m' | '1h' | undefined;
}

/** A call to a model whose cache does as it is told, with marks on tools, the system text and messages. */
function call(drawn: {
  readonly model: string;
  readonly tools: readonly Piece[];
  readonly system: Piece;
  readonly messages: readonly Piece[];
}): EstimateRequest {
  const words = (count: number): string => 'one more word '.repeat(Math.ceil(count / 3));
  const mark = ({ ttl }: Piece): object => (ttl ? { cache_control: { type: 'ephemeral', ttl } } : {});
  const block = (piece: Piece): object => ({ type: 'text', text: words(piece.words), ...mark(piece) });
  return {
    model: drawn.model,
    output: { max: 50 },
    tools: drawn.tools.map((piece, i) => ({
      name: `tool_${i}`,
      description: words(piece.words),
      input_schema: { type: 'object', properties: {} },
      ...mark(piece),
    })),
    system: [block(drawn.system)],
    messages: drawn.messages.map((piece) => ({ role: 'user', content: [block(piece)] })),
  };
}

const tokens = fc.integer({ min: 0, max: 400_000 });
const share = fc.integer({ min: 0, max: 100 });
const part = (whole: number, percent: number): number => Math.floor((whole * percent) / 100);

describe('a hold', () => {
  it('is tried on every offer', () => {
    expect(new Set(sold.map(({ offer }) => offer.id)).size).toBeGreaterThan(250);
    expect(new Set(sold.map(({ serviceTier }) => serviceTier)).size).toBe(4);
  });

  it('covers every usage within the tokens it was asked for: every offer, every tier, any split of the cache', async () => {
    const { budget } = someBudget('9000000', { now });
    for (const { offer, serviceTier } of sold) {
      const { model, provider } = offer;
      const price = estimator.priceOf(model, { at: NOW, provider, serviceTier, strict: true });
      const rates = price.priced ? price.rates : {};
      // Who writes of its own accord may write all of it; who is told to, what it was told.
      const automatic = cacheRule(model)?.start !== 'marked';
      await fc.assert(
        fc.asyncProperty(tokens, tokens, share, share, share, share, fc.boolean(), async (...drawn) => {
          const [input, max, used, answered, hit, written, expects] = drawn;
          const prompt = part(input, used) + 1;
          const read = rates.cacheRead === undefined ? 0 : part(prompt, hit);
          const writes = automatic && METERS.some((meter) => meter === 'cacheWrite' && rates[meter]);
          const write = writes ? part(prompt - read, written) : 0;
          const cachedInput = expects && rates.cacheRead !== undefined ? part(input, hit) : undefined;
          const request = { model, provider, serviceTier, input: input + 1, output: { max }, cachedInput };
          const admission = await budget.reserve(request);
          if (!admission.ok) throw new Error(`${offer.id}: ${admission.message}`);
          const bill = await admission.reservation.settle({
            input: prompt - read - write,
            cacheRead: read,
            cacheWrite: write,
            output: part(max, answered),
          });
          expect(bill.priced, offer.id).toBe(true);
          expect(
            bill.warnings.map(({ code }) => code),
            offer.id,
          ).not.toContain('overrun');
        }),
        { numRuns: 6 },
      );
    }
  });

  it('covers a cache that was expected to answer and did not, or was written once more', async () => {
    const { budget } = someBudget('9000000', { now });
    const call = { model: 'claude-opus-5', input: 100_000, output: { max: 0 } };
    const settled = async (cachedInput: object, usage: object): Promise<readonly string[]> => {
      const admission = await budget.reserve({ ...call, cachedInput });
      if (!admission.ok) throw new Error(admission.message);
      const bill = await admission.reservation.settle(usage);
      return bill.warnings.map(({ code }) => code).filter((code) => code === 'overrun');
    };
    expect(await settled({ read: 90_000 }, { input: 100_000 })).toEqual([]);
    expect(await settled({ read: 90_000 }, { input: 10_000, cacheWrite5m: 90_000 })).toEqual([]);
    expect(await settled({ read: 90_000, ttl: '1h' }, { input: 10_000, cacheWrite1h: 90_000 })).toEqual([]);
    // What was never asked for is an overrun, and told of.
    expect(await settled({}, { cacheWrite1h: 100_000 })).toEqual(['overrun']);
  });

  it('covers whatever the marks of a request have the cache read or write: tools, system text, messages, any lifetimes', async () => {
    const { budget } = someBudget('9000000', { now });
    const lifetime = fc.constantFrom(undefined, '5m' as const, '1h' as const);
    const piece = fc.record({ words: fc.integer({ min: 1, max: 3_000 }), ttl: lifetime });
    const request = fc.record({
      model: fc.constantFrom(
        'claude-opus-5',
        'claude-haiku-4-5',
        'claude-sonnet-4-6',
        'us.amazon.nova-pro-v1:0',
      ),
      tools: fc.array(piece, { maxLength: 2 }),
      system: piece,
      messages: fc.array(piece, { minLength: 1, maxLength: 3 }),
      expects: fc.boolean(),
    });
    const sizes = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 });
    const answer = fc.constantFrom('written', 'read', 'fresh');
    await fc.assert(
      fc.asyncProperty(request, sizes, answer, async (drawn, percents, how) => {
        const marked = call(drawn);
        const { parts = [] } = await estimator.estimateCost(marked);
        // In the order of the prompt, each as long as its range allows.
        const pieces = [...drawn.tools, drawn.system, ...drawn.messages];
        const paths = [...drawn.tools.map((_, i) => `tools[${i}]`), 'system'];
        paths.push(...drawn.messages.map((_, i) => `messages[${i}]`));
        const lengths = parts.map(({ path, tokens: { low, high } }, i) => {
          const tokens = low + part(high - low, percents[i % percents.length]!);
          return { place: path === 'tools' ? -1 : paths.indexOf(path), tokens, path };
        });
        // No cache takes less than its minimum, where that is known.
        const rule = cacheRule(drawn.model);
        const least = rule?.assumed ? 0 : (rule?.minimum ?? 0);
        const upTo = (ttls: readonly unknown[]): number => {
          const end = pieces.findLastIndex(({ ttl }) => ttls.includes(ttl));
          const covered = lengths.filter(({ place, path }) => path !== 'request' && place <= end);
          const size = end < 0 ? 0 : covered.reduce((sum, { tokens }) => sum + tokens, 0);
          return size < least ? 0 : size;
        };
        const input = lengths.reduce((sum, { tokens }) => sum + tokens, 0);
        const [hour, all] = [upTo(['1h']), upTo(['5m', '1h'])];
        const usage = {
          written: { input: input - all, cacheWrite1h: hour, cacheWrite5m: all - hour, output: 50 },
          read: { input: input - all, cacheRead: all, output: 50 },
          fresh: { input, output: 50 },
        };
        const cachedInput = drawn.expects ? part(input, 10) : undefined;
        const admission = await budget.reserve({ ...marked, cachedInput });
        if (!admission.ok) throw new Error(admission.message);
        const bill = await admission.reservation.settle(usage[how]);
        expect(bill.priced).toBe(true);
        expect(bill.warnings.map(({ code }) => code)).not.toContain('overrun');
      }),
      { numRuns: 60 },
    );
  });

  it('covers a prompt that OpenAI writes to its cache unasked', async () => {
    const { budget } = someBudget('100', { now });
    const admission = await budget.reserve({ model: 'gpt-5.6-sol', input: 4_020, output: { max: 4 } });
    // 4,020 × $5/M of cache write + 4 × $20/M
    expect(admission).toMatchObject({ ok: true, reservation: { held: '0.02018' } });
  });
});
