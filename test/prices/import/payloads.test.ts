import { describe, expect, it } from 'vitest';
import { PAYLOADS, payload } from '../../../cross-check/payloads.js';
import type { ImportResult } from '../../../src/prices/import/index.js';
import * as importers from '../../../src/prices/import/index.js';
import { placeOf } from '../../../src/prices/import/place-of.js';
import { readGenaiPrices } from '../../../src/prices/import/read-genai-prices.js';
import { readLangfuse } from '../../../src/prices/import/read-langfuse.js';
import { readLiteLLM } from '../../../src/prices/import/read-litellm.js';
import { readLlmPrices } from '../../../src/prices/import/read-llm-prices.js';
import { readModelsDev } from '../../../src/prices/import/read-models-dev.js';
import { readOpenRouter } from '../../../src/prices/import/read-openrouter.js';
import { bundledPrices } from '../../../src/prices/index.js';
import { withPrices } from '../../../src/prices/schema.js';

const FEEDS = [
  ['litellm.model_prices.2026-08-21.plus4custom.json', '2026-08-21', importers.fromLiteLLM, readLiteLLM],
  ['litellm.model_prices.2026-08-01.json', '2026-08-01', importers.fromLiteLLM, readLiteLLM],
  ['litellm.model_prices.2025-02-06.json', '2025-02-06', importers.fromLiteLLM, readLiteLLM],
  ['tokencost.model_prices.2025-09-01.json', '2025-09-01', importers.fromLiteLLM, readLiteLLM],
  ['models.dev-api.2026-07-02.json', '2026-07-02', importers.fromModelsDev, readModelsDev],
  ['openrouter.models.2026-08-01.json', '2026-08-01', importers.fromOpenRouter, readOpenRouter],
  ['genai-prices-0.1.8.data.json', '2026-09-23', importers.fromGenaiPrices, readGenaiPrices],
  ['genai-prices.v2.data.2026-08-21.json', '2026-08-21', importers.fromGenaiPrices, readGenaiPrices],
  ['langfuse.default-model-prices.2026-08-22.json', '2026-08-22', importers.fromLangfuse, readLangfuse],
  ['llm-prices.current-v1.2026-08-05.json', '2026-08-05', importers.fromLlmPrices, readLlmPrices],
  ['llm-prices.historical-v1.2026-08-05.json', '2026-08-05', importers.fromLlmPrices, readLlmPrices],
] as const;

// Skipped where ../shared is absent: the feeds are other people's and no part of this repository.
describe.skipIf(PAYLOADS === undefined)('the published feeds', () => {
  describe.each(FEEDS)('%s', (name, date, from, read) => {
    const result = (): ImportResult => from(payload(name), { source: { ref: name, date } });

    it('gives candidates that withPrices takes', () => {
      const { candidates } = result();
      expect(candidates.length).toBeGreaterThan(0);
      expect(withPrices(candidates, bundledPrices, { existing: 'keep' })).toBeDefined();
    });

    it('loses no row: each is in a candidate or has a finding', () => {
      const { candidates, findings } = result();
      const offered = new Set(
        candidates.flatMap(({ seller, offers }) => offers.map(({ model }) => `${seller}/${model}`)),
      );
      const lost = read(JSON.parse(payload(name))).filter((row) => {
        const place = placeOf(row, new Date(date));
        if (place && offered.has(`${place.seller}/${place.model}`)) return false;
        return !findings.some(({ path }) => path.startsWith(row.path));
      });
      expect(lost.map(({ path }) => path)).toEqual([]);
    });
  });

  it("stops all of LiteLLM's wandb prices and no right one of the vendors", () => {
    const [name, date, from] = FEEDS[0];
    const { findings, candidates } = from(payload(name), { source: { ref: name, date } });
    const refused = findings.filter(({ verdict }) => verdict === 'refused');
    expect(
      new Set(refused.filter(({ provider }) => provider === 'wandb').map(({ path }) => path.split('.in')[0]))
        .size,
    ).toBeGreaterThanOrEqual(12);
    const vendors = ['openai', 'anthropic', 'google', 'xai', 'mistral'];
    // xAI serves these retired ids with Grok 4.3, at a third of what they cost; the list still has their last price.
    const moved = /^xai\/grok-(3|4)(-|$)/;
    const wrongly = refused.filter(({ provider, path }) => vendors.includes(provider) && !moved.test(path));
    expect(wrongly.map(({ path }) => path)).toEqual([]);
    const openai = candidates.find(({ seller }) => seller === 'openai')!;
    expect(openai.offers.find(({ model }) => model === 'o1')!.periods[0]!.rates).toMatchObject({
      input: '15',
      output: '60',
      cacheRead: '7.5',
    });
  });
});
