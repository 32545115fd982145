import { loadEncoding, loadedEncoding } from '../encodings/index.js';
import { PromptCostError, shown } from '../errors/index.js';
import { type ModelRecord, modelRecord, resolveModel } from '../models/index.js';
import type { Encoding } from '../tokenize/index.js';
import { checkModel } from './check-request.js';

/** The caller's encodings by name. They stand before the bundled ones. */
export type OwnEncodings = Readonly<Record<string, Encoding>>;

/** The record that a model id means, or `undefined`. */
export function recordOf(model: string): ModelRecord | undefined {
  const resolution = resolveModel(model);
  return resolution.known ? modelRecord(resolution.model) : undefined;
}

/** The record that a model id means; an unknown one is a typed error with the ids nearest to it. */
export function demandRecord(model: unknown): ModelRecord {
  checkModel(model);
  const resolution = resolveModel(model);
  if (resolution.known) return modelRecord(resolution.model)!;
  const nearest = resolution.nearest.length > 0 ? ` Did you mean ${resolution.nearest.join(', ')}?` : '';
  throw new PromptCostError(
    'unknown-model',
    `Unknown model ${shown(model)}.${nearest} listModels() has the known ones.`,
  );
}

/** A model's encoding, loaded if need be. */
export async function findEncoding(record: ModelRecord, own: OwnEncodings): Promise<Encoding> {
  return ownEncoding(record, own) ?? (await loadEncoding(record.encoding));
}

/** A model's encoding if it is at hand; a typed error where it would have to be loaded first. */
export function findEncodingNow(record: ModelRecord, own: OwnEncodings): Encoding {
  const encoding = ownEncoding(record, own) ?? loadedEncoding(record.encoding);
  if (encoding) return encoding;
  throw new PromptCostError(
    'encoding-not-loaded',
    `${record.id} is counted with ${record.encoding}, which is not loaded. Call await loadEncoding('${record.encoding}') once before.`,
  );
}

function ownEncoding(record: ModelRecord, own: OwnEncodings): Encoding | undefined {
  return Object.hasOwn(own, record.encoding) ? own[record.encoding] : undefined;
}
