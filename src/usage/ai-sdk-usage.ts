import type { Warning } from '../errors/index.js';
import { modelRecord, resolveModel } from '../models/index.js';
import { countOf, type Fields, objectOf, rest, used } from './read-field.js';
import type { Reading } from './types.js';

// Vendors whose replies leave the cache out of the input, as AI SDK 5 passes it on.
const CACHE_APART: ReadonlySet<string> = new Set(['anthropic']);

/**
 * Disjoint quantities of the AI SDK's versions 6 and 7: the input includes the cache, the output the reasoning.
 *
 * The lifetimes of what was written to the cache are not told here; `raw` has them (see `usageOf`).
 */
export function aiSdk6Usage(usage: Fields): Reading {
  const input = countOf(usage, 'inputTokens');
  const output = countOf(usage, 'outputTokens');
  const details = objectOf(usage, 'inputTokenDetails');
  const cacheRead = countOf(details, 'cacheReadTokens');
  const cacheWrite = countOf(details, 'cacheWriteTokens');
  return {
    quantities: {
      input: rest('inputTokens', input, 'its cached and cache-written tokens', cacheRead + cacheWrite),
      output,
      ...used({ cacheRead, cacheWrite }),
    },
    warnings: totalMismatch(usage, input + output),
  };
}

/**
 * Disjoint quantities of the AI SDK's version 5, which passes on what each provider counts and drops what was written to the cache.
 *
 * The total says whether the reasoning is apart. Whether the cache is apart shows where it exceeds the input, with a warning where the
 * model's vendor has it otherwise; else the vendor decides.
 *
 * @param usage - The usage object.
 * @param model - The model that was called, if it is known.
 */
export function aiSdk5Usage(usage: Fields, model: string | undefined): Reading {
  const input = countOf(usage, 'inputTokens');
  const output = countOf(usage, 'outputTokens');
  const reasoning = countOf(usage, 'reasoningTokens');
  const cacheRead = countOf(usage, 'cachedInputTokens');
  const total = usage['totalTokens'] == null ? undefined : countOf(usage, 'totalTokens');
  const apart = reasoning > 0 && total === input + output + reasoning;
  const vendor = vendorOf(model);
  const cacheApart = cacheRead > input || CACHE_APART.has(vendor);
  return {
    quantities: {
      input: cacheApart ? input : input - cacheRead,
      output: output + (apart ? reasoning : 0),
      ...used({ cacheRead }),
    },
    warnings: [
      lossy('AI SDK 5 drops what was written to the cache, and the calls of tools.'),
      ...(cacheApart && vendor !== '' && !CACHE_APART.has(vendor) ? [cacheExceeds(cacheRead, input)] : []),
      ...(apart ? [] : totalMismatch(usage, input + output)),
    ],
  };
}

/** Quantities of the AI SDK's version 4, which knows neither cache nor reasoning. */
export function aiSdk4Usage(usage: Fields): Reading {
  const input = countOf(usage, 'promptTokens');
  const output = countOf(usage, 'completionTokens');
  return {
    quantities: { input, output },
    warnings: [
      lossy('AI SDK 4 drops what was read from and written to the cache.'),
      ...totalMismatch(usage, input + output),
    ],
  };
}

function vendorOf(model: string | undefined): string {
  const resolution = model === undefined ? undefined : resolveModel(model);
  return (resolution?.known && modelRecord(resolution.model)?.vendor) || '';
}

function lossy(what: string): Warning {
  return { code: 'usage-lossy', message: `${what} Give the provider's own usage for an exact bill.` };
}

function cacheExceeds(cacheRead: number, input: number): Warning {
  const message = `cachedInputTokens (${cacheRead}) exceed inputTokens (${input}), so they are taken to be apart; both are billed.`;
  return { code: 'usage-total-mismatch', message };
}

function totalMismatch(usage: Fields, sum: number): Warning[] {
  if (usage['totalTokens'] == null) return [];
  const total = countOf(usage, 'totalTokens');
  if (total === sum) return [];
  const message = `The input and the output add up to ${sum}, not to totalTokens (${total}); billed as listed.`;
  return [{ code: 'usage-total-mismatch', message }];
}
