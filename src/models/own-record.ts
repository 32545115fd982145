import type { ModelRecord } from './types.js';

/**
 * The record of a model that only a caller's price table knows: nothing but its name, and who sells it.
 *
 * Its encoding has its own name: `createEstimator({ encodings: { 'my-finetune': encoding } })` supplies it.
 *
 * @param id - As the table has it.
 * @param vendor - Who sells it.
 */
export function ownRecord(id: string, vendor: string): ModelRecord {
  const basis = 'Counted with the tokenizer that the caller has for it.';
  return { id, vendor, aliases: [], encoding: id, exactness: 'exact-text', basis };
}
