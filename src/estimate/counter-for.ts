import { type CountBand, type Exactness, framingOf, type ModelRecord, modelRecord } from '../models/index.js';
import { type Counter, createMemo } from '../request/index.js';
import type { FoundEncoding } from './find-encoding.js';

/**
 * What counts the texts of a model's requests: an encoding, with the label, band and framing of the record.
 *
 * The label stands for the vocabulary that the record names: a caller's own encoding of another name is approximate, in the band of a
 * model whose tokenizer is closed.
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
  const { exactness, basis, band } =
    standing === 'fallback' ? { exactness: 'approximate' as const, ...record.fallback! } : record;
  // A model that only the caller's prices know has the tokenizer that the caller says it has.
  if (standing !== 'own' || encoding.name === record.encoding || !modelRecord(record.id))
    return { exactness, basis, band };
  const unverified = `Counted with the caller's own tokenizer, ${encoding.name}; whether it counts as ${record.encoding} does is not verified.`;
  return { exactness: 'approximate', basis: unverified, band };
}
