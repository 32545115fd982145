import type { Meter } from '../src/meters/index.js';
import { field, fieldsOf, textOf } from '../src/prices/import/fields.js';
import type { ForeignRow, Reader } from '../src/prices/import/foreign-row.js';

/** pi-ai's catalogue: seller → API → model, prices per million. 0 stands for free and for unknown. */
export const readPiAi: Reader = (feed) =>
  fieldsOf(field(feed, 'providers')).flatMap(([provider, apis]) =>
    fieldsOf(apis).flatMap(([api, models]) =>
      fieldsOf(models).map(([key, model]) =>
        row(
          provider,
          textOf(field(model, 'id')) ?? key,
          `providers.${provider}.${api}.${key}`,
          field(model, 'cost'),
          {
            input: 'input',
            output: 'output',
            cacheRead: 'cacheRead',
          },
        ),
      ),
    ),
  );

/** Cline's catalogue: seller → model, prices per million. */
export const readCline: Reader = (feed) =>
  fieldsOf(feed).flatMap(([provider, models]) =>
    fieldsOf(models).map(([id, model]) =>
      row(provider.replace(/-native$/, ''), id, `${provider}.${id}`, field(model, 'pricing'), {
        input: 'input',
        output: 'output',
        cacheRead: 'cacheRead',
      }),
    ),
  );

/** ai-sdk-cost-calculator's objects: maker → model, prices per million. */
export const readAiSdkCostCalculator: Reader = (feed) =>
  fieldsOf(feed).flatMap(([provider, models]) =>
    fieldsOf(models).map(([id, prices]) =>
      row(provider, id, `${provider}.${id}`, prices, {
        inputPer1MTokens: 'input',
        outputPer1MTokens: 'output',
        cacheReadPer1MTokens: 'cacheRead',
      }),
    ),
  );

/** gpt-tokenizer's models, all of OpenAI, prices per million. */
export const readGptTokenizer: Reader = (feed) =>
  fieldsOf(feed).map(([id, model]) =>
    row('openai', id, id, field(field(model, 'price_data'), 'main'), { input: 'input', output: 'output' }),
  );

/** llm-zoo's and llm-info's models: prices per million, no seller but the maker. */
export const readModelList: Reader = (feed) =>
  fieldsOf(feed).map(([key, model]) =>
    row(undefined, textOf(field(model, 'fullName')) ?? key, key, model, {
      inputPrice: 'input',
      outputPrice: 'output',
      pricePerMillionInputTokens: 'input',
      pricePerMillionOutputTokens: 'output',
    }),
  );

function row(
  provider: string | undefined,
  id: string,
  path: string,
  prices: unknown,
  keys: Readonly<Record<string, Meter>>,
): ForeignRow {
  const rates = fieldsOf(prices).flatMap(([key, value]) => {
    const meter = keys[key];
    return meter === undefined ? [] : [{ meter, value, per: 1_000_000, path: `${path}.${key}` }];
  });
  return {
    provider,
    id,
    path,
    chat: true,
    periods: [{ from: null, until: null, rates, rules: [] }],
    unread: [],
  };
}
