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
 * const { candidates, findings } = fromLiteLLM(text, { source: { ref: 'BerriAI/litellm@1c191ffd', date: '2026-08-21' } });
 * findings.filter(({ verdict }) => verdict === 'refused'); // wandb's $135,000 a million tokens, among others
 * const prices = withPrices(candidates, undefined, { existing: 'keep' });
 * ```
 */
export function fromLiteLLM(json: unknown, options: ImportOptions): ImportResult {
  return importRows(json, readLiteLLM, options);
}

/** Candidate offers from models.dev's `api.json`: as `fromLiteLLM`. */
export function fromModelsDev(json: unknown, options: ImportOptions): ImportResult {
  return importRows(json, readModelsDev, options);
}

/** Candidate offers of OpenRouter from its `GET /api/v1/models`: as `fromLiteLLM`. */
export function fromOpenRouter(json: unknown, options: ImportOptions): ImportResult {
  return importRows(json, readOpenRouter, options);
}

/** Candidate offers from genai-prices' `data.json`, either version: as `fromLiteLLM`. */
export function fromGenaiPrices(json: unknown, options: ImportOptions): ImportResult {
  return importRows(json, readGenaiPrices, options);
}

/** Candidate offers from Langfuse's `default-model-prices.json`, all of them of whoever made the model: as `fromLiteLLM`. */
export function fromLangfuse(json: unknown, options: ImportOptions): ImportResult {
  return importRows(json, readLangfuse, options);
}

/** Candidate offers from llm-prices' `current-v1.json` or `historical-v1.json`, which has dates: as `fromLiteLLM`. */
export function fromLlmPrices(json: unknown, options: ImportOptions): ImportResult {
  return importRows(json, readLlmPrices, options);
}
