import { describe, expect, it } from 'vitest';
import { bundledPrices } from '../../../src/prices/index.js';
import { type OpenFile, type OpenPeriod, refreshed, sellerFile } from './some-feed.js';

/** A file whose last period, and whatever else, is changed. */
function poisoned(id: `${string}/${string}`, change: (period: OpenPeriod, file: OpenFile) => void): OpenFile {
  const [seller, model] = id.split('/') as [string, string];
  const file = sellerFile(seller, model);
  file.sources['young'] = { ref: 'https://prices.example.com', date: '2026-12-01' };
  change(file.offers[0]!.periods.at(-1)!, file);
  return file;
}

type Poison = readonly [name: string, file: OpenFile, reason: RegExp];

const GROQ = 'groq/llama-3.3-70b';
const POISON: readonly Poison[] = [
  [
    'a fee for each request',
    poisoned(GROQ, ({ rates }) => {
      rates.request = '100';
    }),
    /^groq\/llama-3\.3-70b request goes from 0 to 100, more than 3 times/,
  ],
  [
    'a small fee on young evidence',
    poisoned(GROQ, (period) => {
      period.rates.request = '0.005';
      period.sources = ['young'];
    }),
    /request goes from 0 to 0\.005, more than 10 times; allow: \['groq\/llama-3\.3-70b'\] lets it/,
  ],
  [
    'a fee that is waived',
    poisoned('perplexity/sonar', ({ rates }) => {
      delete rates.request;
    }),
    /request goes from 0\.005 to 0, more than 3 times/,
  ],
  [
    'a rate for searches that a fee has paid for',
    poisoned('perplexity/sonar', ({ rates }) => {
      rates.webSearch = '14';
    }),
    /webSearch goes from 0 to 14, more than 3 times/,
  ],
  [
    'a minimum',
    poisoned(GROQ, (period) => {
      period.minimum = { input: '10000' };
    }),
    /input costs 0\.0059 at least; it was 0, more than 3 times off/,
  ],
  [
    'a minimum of a lifetime',
    poisoned(GROQ, (period) => {
      period.minimum = { input: '999999999999' };
    }),
    /^sellers\.0\.offers\.0\.periods\.0\.minimum: a minimum above 10,000 tokens/,
  ],
  [
    'a minimum four times as high',
    poisoned('openai/gpt-4o', (period) => {
      period.minimum = { codeExecutionHour: '1/3' };
    }),
    /codeExecutionHour costs 0\.03 at least; it was 0\.0075/,
  ],
  [
    'evidence of a day that has not come',
    poisoned(GROQ, ({ rates }, { sources }) => {
      rates.input = '5.31';
      for (const source of Object.values(sources)) source.date = '2999-01-01';
    }),
    /^groq\/llama-3\.3-70b has evidence of 2999-01-01, a day that has not come$/,
  ],
  [
    'a check of a day that has not come',
    poisoned(GROQ, (period) => {
      period.checked = '2027-11-25';
    }),
    /has evidence of 2027-11-25/,
  ],
  [
    'a rate for thoughts',
    poisoned('deepseek/deepseek-v4-pro', ({ rates }) => {
      rates.reasoning = '99';
    }),
    /reasoning goes from \S+ to 99/,
  ],
  [
    'a rate for sound, which was billed as text',
    poisoned('google/gemini-3.1-pro-preview', ({ rates }) => {
      rates.inputImage = '600';
    }),
    /inputImage goes from \S+ to 600/,
  ],
  [
    'a rate for a tool that costs a fortune',
    poisoned(GROQ, ({ rates }) => {
      rates.webSearch = '1000';
    }),
    /webSearch is 1000, more than 3 times the dearest known/,
  ],
  [
    'batch without a condition, ten times as cheap',
    poisoned('anthropic/claude-opus-5', (_, { rules }) => {
      rules!['batch'] = { kind: 'multiply', when: {}, by: '1/10' };
    }),
    /goes from \S+ to \S+, more than 3 times/,
  ],
  [
    'a multiply on a tier that had none, beside what there is',
    poisoned('openai/gpt-5.6-sol', (period, { rules }) => {
      rules!['more'] = { kind: 'multiply', when: { serviceTier: ['priority'] }, by: '12' };
      period.rules = [...period.rules!, 'more'];
    }),
    /more than 3 times.*serviceTier priority/,
  ],
  [
    'a rule for long prompts that begins at the first token',
    poisoned('openai/gpt-5.6-sol', (_, { rules }) => {
      for (const rule of Object.values(rules!)) {
        if (rule.kind === 'multiply' && rule.when.promptTokens) Object.assign(rule, { when: {}, by: '4' });
      }
    }),
    /input goes from \S+ to \S+, more than 3 times/,
  ],
  [
    'tokens beyond a bound that cost a fortune',
    poisoned(GROQ, (period, { rules }) => {
      rules!['beyond'] = {
        kind: 'replace',
        scope: 'marginal',
        when: { promptTokens: { gt: 100 } },
        rates: { input: '500' },
      };
      period.rules = ['beyond'];
    }),
    /input goes from 0\.59 to 500/,
  ],
  [
    'an hour of the day',
    poisoned(GROQ, (period, { rules }) => {
      const schedule = { tz: 'Europe/Paris', windows: [['03:00', '04:00'] as [string, string]] };
      rules!['night'] = { kind: 'multiply', when: { schedule }, by: '20' };
      period.rules = ['night'];
    }),
    /input goes from 0\.59 to 11\.8, more than 3 times; .*\(at 2026-12-\d\dT0[123]:00:00Z\)/,
  ],
  [
    'two hours that meet in summer only',
    poisoned(GROQ, (period, { rules }) => {
      const hour = (tz: string, from: string, until: string): OpenFile['rules'] => ({
        [tz]: { kind: 'multiply', when: { schedule: { tz, windows: [[from, until]] } }, by: '2' },
      });
      Object.assign(rules!, hour('Asia/Tokyo', '20:00', '21:00'), hour('Europe/London', '12:00', '13:00'));
      period.rules = ['Asia/Tokyo', 'Europe/London'];
    }),
    /input goes from 0\.59 to 2\.36, more than 3 times/,
  ],
  [
    'an old price, ten times what it was',
    poisoned('openai/o3', (_, { offers }) => {
      offers[0]!.periods[0]!.rates.input = '100';
    }),
    /^openai\/o3 input goes from 10 to 100, more than 3 times; .*\(at 2025-/,
  ],
  [
    'an old price that lasts until today',
    poisoned('openai/o3', (period, { offers }) => {
      offers[0]!.periods[0]!.until = '2026-12-03';
      period.from = '2026-12-03';
    }),
    /^openai\/o3 input goes from 2 to 10, more than 3 times/,
  ],
  [
    'the end of an offer',
    poisoned(GROQ, (period) => {
      period.until = '2026-12-01';
    }),
    /^groq\/llama-3\.3-70b has no price any more; its newest source is of/,
  ],
  [
    'an offer without its output',
    poisoned(GROQ, ({ rates }) => {
      delete rates.output;
    }),
    /has no rate of output any more/,
  ],
  [
    'a seller that gives a model away',
    {
      ...poisoned(GROQ, ({ rates }, { offers }) => {
        Object.assign(rates, { input: '0.000001', output: '0.000001' });
        offers[0]!.model = 'gpt-5';
      }),
    },
    /^groq\/gpt-5 input is 0\.000001, less than the cheapest known, \S+, by more than 10 times; allow: \['groq\/gpt-5'\] lets it/,
  ],
  [
    'a new seller, free of charge',
    poisoned(GROQ, ({ rates }, file) => {
      Object.assign(rates, { input: '0', output: '0' });
      file.seller = 'nobody';
    }),
    /^nobody\/llama-3\.3-70b input is 0/,
  ],
  [
    'a new seller, a hundred times as dear',
    poisoned(GROQ, ({ rates }, file) => {
      Object.assign(rates, { input: '59', output: '79' });
      file.seller = 'nobody';
    }),
    /^nobody\/llama-3\.3-70b input is 59, more than 10 times the dearest known/,
  ],
  [
    'a new seller with a minimum',
    poisoned(GROQ, (period, file) => {
      period.minimum = { output: '5000' };
      file.seller = 'nobody';
    }),
    /^nobody\/llama-3\.3-70b output costs 0\.00395 at least; the highest such minimum known is 0/,
  ],
  [
    'a seller in a currency in which nobody sells the model',
    poisoned(GROQ, ({ rates }, file) => {
      Object.assign(rates, { input: '0.0001' });
      Object.assign(file, { seller: 'nobody', currency: 'EUR' });
    }),
    /^nobody\/llama-3\.3-70b input is 0\.0001, less than the cheapest known/,
  ],
  [
    'more cases than there are calls',
    poisoned(GROQ, (period, { rules }) => {
      for (const key of ['serviceTier', 'speed', 'region', 'variant'] as const) {
        for (let each = 0; each < 30; each++) {
          rules![`${key}-${each}`] = { kind: 'multiply', when: { [key]: [`${each}`] }, by: '1' };
        }
      }
      period.rules = Object.keys(rules!);
    }),
    /has more rules, days or hours than can be compared$/,
  ],
];

describe('a feed that is poisoned', () => {
  it.each(POISON)('with %s is refused', async (_, file, reason) => {
    const { status, reason: why, table } = await refreshed([file]);
    expect({ status, why }).toEqual({ status: 'kept', why: expect.stringMatching(reason) });
    expect(table).toBe(bundledPrices);
  });
});

describe('a feed that is good', () => {
  const times = (by: number): OpenFile =>
    poisoned(GROQ, (period) => {
      Object.assign(period.rates, { input: String(0.59 * by), output: String(0.79 * by) });
      period.sources = ['young'];
    });

  it('does not add up to a bad one in small steps', async () => {
    let kept: string | undefined;
    const cache = {
      read: async () => kept,
      write: async (text: string) => {
        kept = text;
      },
    };
    expect((await refreshed([times(3)], { cache })).status).toBe('updated');
    const next = times(9);
    next.sources['young']!.date = '2026-12-02';
    expect((await refreshed([next], { cache })).status).toBe('updated');
    const more = times(27);
    more.sources['young']!.date = '2026-12-03';
    expect(await refreshed([more], { cache })).toMatchObject({
      status: 'kept',
      reason: expect.stringMatching(/input goes from 0\.59 to 15\.93, more than 10 times/),
    });
  });

  it.each<[string, OpenFile]>([
    [
      'a new seller at a price like the others',
      poisoned(GROQ, ({ rates }, file) => {
        Object.assign(rates, { input: '0.3', output: '0.9' });
        file.seller = 'nobody';
      }),
    ],
    [
      'a price to come',
      poisoned(GROQ, (period, { offers }) => {
        period.until = '2027-01-01';
        const rates = { input: '0.4', output: '0.6' };
        offers[0]!.periods.push({ ...period, from: '2027-01-01', until: null, status: 'announced', rates });
      }),
    ],
    [
      'a tool that others sell',
      poisoned('openai/gpt-4o', ({ rates }) => {
        rates.webSearch = '10';
      }),
    ],
    [
      'a batch at half the price',
      poisoned(GROQ, (period, { rules }) => {
        rules!['half'] = { kind: 'multiply', when: { serviceTier: ['batch'] }, by: '1/2' };
        period.rules = ['half'];
      }),
    ],
    [
      'the end of an offer, on young evidence',
      poisoned(GROQ, (period) => {
        period.until = '2026-12-01';
        period.sources = ['young'];
      }),
    ],
  ])('may bring %s', async (_, file) => {
    expect(await refreshed([file])).toMatchObject({ status: 'updated', notes: [] });
  });

  it('brings what it must not, when the caller vouches for the offer', async () => {
    const file = poisoned(GROQ, ({ rates }) => {
      rates.request = '0.01';
    });
    expect((await refreshed([file], { allow: [GROQ] })).status).toBe('updated');
  });
});

describe('a calendar', () => {
  const days = Array.from({ length: 122 }, (_, day) => new Date(Date.UTC(2026, 8, 1 + day)));
  const CN = {
    from: '2026-09-01',
    until: '2027-01-01',
    holidays: days.map((day) => day.toISOString().slice(0, 10)),
  };

  it('of holidays alone halves the price of a peak, which the gate lets it', async () => {
    expect((await refreshed([sellerFile('groq', 'llama-3.3-70b')], { calendars: { CN } })).status).toBe(
      'updated',
    );
  });

  it('moves no offer further than the gate lets it, one that the feed does not have too', async () => {
    const steep = sellerFile('deepseek', 'deepseek-v4-pro');
    for (const rule of Object.values(steep.rules!)) if (rule.kind === 'multiply') rule.by = '6';
    const { table } = await refreshed([steep], { allow: ['deepseek/deepseek-v4-pro'] });
    const groq = sellerFile('groq', 'llama-3.3-70b');
    expect(await refreshed([groq], { current: table, calendars: { CN } })).toMatchObject({
      status: 'kept',
      reason: expect.stringMatching(
        /^deepseek\/deepseek-v4-pro input goes from \S+ to \S+, more than 3 times/,
      ),
    });
  });
});
