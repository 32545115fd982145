import { importRows } from './import-rows.js';
import { readGenaiPrices } from './read-genai-prices.js';
import { readLangfuse } from './read-langfuse.js';
import { readLiteLLM } from './read-litellm.js';
import { readLlmPrices } from './read-llm-prices.js';
import { readModelsDev } from './read-models-dev.js';
import { readOpenRouter } from './read-openrouter.js';
import type { ImportOptions, ImportResult } from './types.js';

/**
 * Candidate offers from LiteLLM's `model_prices_and_context_window.json`.
 *
 * @param json - The file, parsed or as text.
 * @param options - Where and when it was read.
 *
 * @returns Candidates for `withPrices`, and what the gate found.
 *
 * @example
 * ```ts
 * const list = {
 *   o1: { litellm_provider: 'openai', mode: 'chat', input_cost_per_token: 1.5e-5, output_cost_per_token: 6e-5 },
 *   'wandb/meta-llama/Llama-3.3-70B-Instruct': {
 *     litellm_provider: 'wandb', mode: 'chat', input_cost_per_token: 0.135, output_cost_per_token: 0.54,
 *   },
 * };
 * const { candidates, findings } = fromLiteLLM(list, { source: { ref: 'BerriAI/litellm@1c191ffd', date: '2026-08-21' } });
 * candidates.map(({ seller }) => seller); // ['openai']
 * findings[0]?.message; // 'input 135000 is above 1000, which nothing costs.'
 * const prices = withPrices(candidates, undefined, { existing: 'keep' });
 * ```
 */
export function fromLiteLLM(json: unknown, options: ImportOptions): ImportResult {
  return importRows(json, readLiteLLM, options);
}

/**
 * Candidate offers from models.dev's `api.json`: as `fromLiteLLM`.
 *
 * @example
 * ```ts
 * const list = { groq: { models: { 'llama-3.3-70b-versatile': { cost: { input: 0.59, output: 0.79 } } } } };
 * const { candidates } = fromModelsDev(list, { source: { ref: 'https://models.dev/api.json', date: '2026-11-25' } });
 * candidates[0]?.offers[0]?.periods[0]?.rates; // { input: '0.59', output: '0.79' }
 * ```
 */
export function fromModelsDev(json: unknown, options: ImportOptions): ImportResult {
  return importRows(json, readModelsDev, options);
}

/**
 * Candidate offers of OpenRouter from its `GET /api/v1/models`: as `fromLiteLLM`.
 *
 * @example
 * ```ts
 * const list = { data: [{ id: 'openai/o1', pricing: { prompt: '0.000015', completion: '0.00006' } }] };
 * const { candidates } = fromOpenRouter(list, { source: { ref: 'https://openrouter.ai/api/v1/models', date: '2026-11-25' } });
 * candidates[0]?.offers[0]?.periods[0]?.rates; // { input: '15', output: '60' }
 * ```
 */
export function fromOpenRouter(json: unknown, options: ImportOptions): ImportResult {
  return importRows(json, readOpenRouter, options);
}

/**
 * Candidate offers from genai-prices' `data.json`, either version: as `fromLiteLLM`.
 *
 * @example
 * ```ts
 * const list = [{ id: 'openai', models: [{ id: 'o1', prices: { input_mtok: 15, cache_read_mtok: 7.5, output_mtok: 60 } }] }];
 * const { candidates } = fromGenaiPrices(list, { source: { ref: 'pydantic/genai-prices', date: '2026-11-25' } });
 * candidates[0]?.offers[0]?.periods[0]?.rates; // { input: '15', cacheRead: '7.5', output: '60' }
 * ```
 */
export function fromGenaiPrices(json: unknown, options: ImportOptions): ImportResult {
  return importRows(json, readGenaiPrices, options);
}

/**
 * Candidate offers from Langfuse's `default-model-prices.json`, all of them of whoever made the model: as `fromLiteLLM`.
 *
 * @example
 * ```ts
 * const list = [{ modelName: 'o1', pricingTiers: [{ conditions: [], prices: { input: 1.5e-5, output: 6e-5 } }] }];
 * const { candidates } = fromLangfuse(list, { source: { ref: 'langfuse/langfuse', date: '2026-11-25' } });
 * candidates[0]?.offers[0]?.periods[0]?.rates; // { input: '15', output: '60' }
 * ```
 */
export function fromLangfuse(json: unknown, options: ImportOptions): ImportResult {
  return importRows(json, readLangfuse, options);
}

/**
 * Candidate offers from llm-prices' `current-v1.json` or `historical-v1.json`, which has dates: as `fromLiteLLM`.
 *
 * @example
 * ```ts
 * const list = { prices: [{ vendor: 'openai', id: 'o1', input: 15, output: 60, input_cached: 7.5 }] };
 * const { candidates } = fromLlmPrices(list, { source: { ref: 'simonw/llm-prices', date: '2026-11-25' } });
 * candidates[0]?.offers[0]?.periods[0]?.rates; // { input: '15', output: '60', cacheRead: '7.5' }
 * ```
 */
export function fromLlmPrices(json: unknown, options: ImportOptions): ImportResult {
  return importRows(json, readLlmPrices, options);
}
