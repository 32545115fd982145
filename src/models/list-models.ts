import { checkFields } from '../errors/index.js';
import { providerId } from './providers.js';
import { modelRecords } from './records.js';
import type { ModelFilter, ModelSummary } from './types.js';

/**
 * The models this library knows.
 *
 * @param filter - A provider (a vendor or a reference host), an encoding, or both; default: all models.
 *
 * @returns One summary a model, by vendor.
 *
 * @example
 * ```ts
 * listModels({ encoding: 'deepseek_v3' })[0]; // { model: 'deepseek-r1', provider: 'deepseek', contextWindow: 64000, … }
 * listModels({ provider: 'meta' }).map(({ model }) => model); // ['llama-3.3-70b', …]
 * ```
 */
export function listModels(filter: ModelFilter = {}): ModelSummary[] {
  checkFields('filter', filter, { provider: 'name?', encoding: 'name?' });
  const provider = filter.provider === undefined ? undefined : providerId(filter.provider);
  return modelRecords
    .filter((record) => provider === undefined || [record.vendor, record.referenceHost].includes(provider))
    .filter((record) => filter.encoding === undefined || record.encoding === filter.encoding)
    .map(({ id, vendor, referenceHost, encoding, exactness, fallback, contextWindow }) => ({
      model: id,
      provider: referenceHost ?? vendor,
      encoding,
      exactness: fallback ? 'approximate' : exactness,
      ...(contextWindow === undefined ? {} : { contextWindow }),
    }));
}
