import { type CountBand, type Exactness, framingOf, type ModelRecord } from '../models/index.js';
import { type Counter, createMemo } from '../request/index.js';
import type { FoundEncoding } from './find-encoding.js';

/**
 * What counts the texts of a model's requests: an encoding, with the label, band and framing of the record.
 *
 * @param found - The encoding, and what it is to the model.
 */
export function counterFor(found: FoundEncoding, record: ModelRecord): Counter {
  const { encoding, standing } = found;
  const message = `${record.id} is counted with ${encoding.name} in place of ${record.encoding}, which is not at hand.`;
  return {
    record,
    encoding,
    ...labelOf(found, record),
    framing: framingOf(record),
    warnings: standing === 'fallback' ? [{ code: 'encoding-not-added', message }] : [],
    memo: createMemo(),
  };
}

interface Label {
  readonly exactness: Exactness;
  readonly basis: string;
  readonly band?: CountBand | undefined;
}

function labelOf({ encoding, standing }: FoundEncoding, record: ModelRecord): Label {
  if (standing === 'own') {
    const basis = `Counted with the caller's own tokenizer, ${encoding.name}.`;
    return { exactness: 'exact-text', basis };
  }
  const { exactness, basis, band } =
    standing === 'fallback' ? { exactness: 'approximate' as const, ...record.fallback! } : record;
  return { exactness, basis, band };
}
