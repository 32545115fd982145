import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createBiller } from '../../src/bill/index.js';
import type { Quantities } from '../../src/meters/index.js';
import { add, multiply, ratio, rational, toDecimal } from '../../src/money/index.js';
import { usageOf } from '../../src/usage/index.js';
import { sharedData } from '../shared-data.js';

const { costOfUsage } = createBiller({ now: () => new Date('2026-11-24T05:00:00Z') });
const read = <T>(name: string): T => JSON.parse(readFileSync(`fixtures/bills/${name}.json`, 'utf8')) as T;

interface Costs {
  readonly upstream_inference_cost: number | null;
  readonly [part: string]: number | null;
}

interface OpenRouterBill {
  readonly model: string;
  readonly usage: { readonly cost: number; readonly cost_details: Costs };
}

/**
 * What the host charged for the tokens, without OpenRouter's plug-ins: its sum, or the sum of its two parts where it gives none.
 */
function upstream({ upstream_inference_cost: whole, ...parts }: Costs): string {
  if (whole !== null) return toDecimal(rational(whole));
  return toDecimal(
    Object.values(parts)
      .map((part) => rational(part ?? 0))
      .reduce(add),
  );
}

/**
 * Bills of a host whose price is not the one that OpenRouter lists for the model; the list price must not be bent to fit them.
 */
const OTHER_HOSTS: Readonly<Record<string, { readonly charged: string; readonly reason: string }>> = {
  'z-ai/glm-4.6': {
    charged: '0.000014',
    reason: 'the host asked 0.6 in and 2.2 out, the price of Z.ai; OpenRouter lists 0.5 and 2',
  },
  'qwen/qwen3-30b-a3b-instruct-2507': {
    charged: '0.00004',
    reason:
      'the host asked 0.1 in and 0.3 out; OpenRouter listed 0.04815 and 0.19305 from July to September 2026',
  },
};

const openRouter = read<{ readonly at: string; readonly bills: readonly OpenRouterBill[] }>('openrouter');
describe('OpenRouter’s bills', () => {
  const listed = openRouter.bills.filter(({ model }) => !(model in OTHER_HOSTS));
  const others = openRouter.bills.filter(({ model }) => model in OTHER_HOSTS);

  test('all but two are of listed prices', () => {
    expect([listed.length, others.length]).toEqual([32, 2]);
  });

  test.each(listed.map((bill, at) => [at, bill.model, upstream(bill.usage.cost_details), bill] as const))(
    '%i, of %s, is %s to the last digit',
    (_, model, charged, { usage }) => {
      const bill = costOfUsage({ model, usage }, { model, at: openRouter.at });
      expect(bill).toMatchObject({ priced: true, currency: 'USD', price: { provider: 'openrouter' } });
      expect(bill.priced && bill.total).toBe(charged);
    },
  );

  test.each(others)('$model is billed at another price than the listed one', ({ model, usage }) => {
    const { charged } = OTHER_HOSTS[model]!;
    expect(upstream(usage.cost_details)).toBe(charged);
    const bill = costOfUsage(usage, { model, at: openRouter.at });
    expect(bill.billed).toBe(charged);
    if (bill.priced) {
      expect(bill.total).not.toBe(charged);
      expect(bill.warnings.map(({ code }) => code)).toContain('billed-otherwise');
    } else {
      expect(['no-offer', 'not-yet']).toContain(bill.price.reason);
    }
  });

  test('a plug-in’s fee is billed on top of the tokens, and told of', () => {
    const advised = listed.find(({ usage }) => usage.cost === 0.0160614)!;
    const bill = costOfUsage(advised.usage, { model: advised.model, at: openRouter.at });
    // 900 × $0.15/M + 69 × $0.60/M = $0.0001764, of $0.0160614 charged
    expect(bill).toMatchObject({ total: '0.0001764', billed: '0.0160614' });
    expect(bill.warnings.map(({ code }) => code)).toContain('billed-otherwise');
  });
});

interface XaiBill {
  readonly model: string;
  readonly at: string;
  readonly usage: { readonly cost_in_usd_ticks: number };
}

describe('xAI’s bills', () => {
  const { bills } = read<{ readonly bills: readonly XaiBill[] }>('xai');

  test.each(bills)('of $model are reproduced to the tick', ({ model, at, usage }) => {
    const bill = costOfUsage(usage, { model, at });
    const charged = toDecimal(multiply(rational(usage.cost_in_usd_ticks), ratio(1n, 10_000_000_000n)));
    expect(bill).toMatchObject({ priced: true, total: charged, billed: charged });
    expect(bill.warnings.map(({ code }) => code)).not.toContain('billed-otherwise');
  });
});

interface WorkedExample {
  readonly model: string;
  readonly at: string;
  readonly quantities: Quantities;
  readonly total: string;
}

describe('Anthropic’s worked examples', () => {
  const { bills } = read<{ readonly bills: readonly WorkedExample[] }>('anthropic');

  test.each(bills)('come to $total', ({ model, at, quantities, total }) => {
    expect(costOfUsage(quantities, { model, at })).toMatchObject({ priced: true, total });
  });
});

const folder = sharedData('usages');

test.skipIf(folder === undefined)(
  'the fixtures are the recorded bills (skipped where ../shared/data/usages is absent)',
  () => {
    const lines = readFileSync(`${folder}/openrouter-true-costs.jsonl`, 'utf8').trim().split('\n');
    const recorded = lines.map((line) => JSON.parse(line) as OpenRouterBill);
    recorded.forEach(({ model, usage }, at) => {
      const ours = openRouter.bills[at]!;
      expect(ours.model).toBe(model);
      expect(usageOf(ours.usage).quantities).toEqual(usageOf(usage).quantities);
      expect(upstream(ours.usage.cost_details)).toBe(upstream(usage.cost_details));
    });
  },
);
