import { loadEncoding, loadedEncoding } from '../encodings/index.js';
import { PromptCostError, shown } from '../errors/index.js';
import { type ModelRecord, modelRecord, resolveModel } from '../models/index.js';
import { ownModel, type PriceTable } from '../prices/index.js';
import type { Encoding } from '../tokenize/index.js';
import { checkModel } from './check-request.js';

/** The caller's encodings by name. They stand before the bundled ones. */
export type OwnEncodings = Readonly<Record<string, Encoding>>;

/** Whose vocabulary counts: the model's record names it, it stands in for that one, or the caller passed it. */
export type Standing = 'named' | 'fallback' | 'own';

/** An encoding, and what it is to the model. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  readonly standing: Standing;
}

/** The record that a model id means at an instant, in the package or in the caller's prices, or `undefined`. */
export function recordOf(model: string, at: Date, prices: PriceTable): ModelRecord | undefined {
  const resolution = resolveModel(model, { at });
  return resolution.known ? modelRecord(resolution.model) : ownModel(prices, model)?.record;
}

/** The record that a model id means; an unknown one is a typed error with the ids nearest to it. */
export function demandRecord(model: unknown, prices: PriceTable): ModelRecord {
  checkModel(model);
  const resolution = resolveModel(model);
  if (resolution.known) return modelRecord(resolution.model)!;
  const own = ownModel(prices, model);
  if (own) return own.record;
  const nearest = resolution.nearest.length > 0 ? ` Did you mean ${resolution.nearest.join(', ')}?` : '';
  throw new PromptCostError(
    'unknown-model',
    `Unknown model ${shown(model)}.${nearest} listModels() has the known ones.`,
  );
}

/** What counts for a model, loaded if need be: its encoding, or the fallback of its record where that one was never added. */
export async function findEncoding(record: ModelRecord, own: OwnEncodings): Promise<FoundEncoding> {
  const named = await namedEncoding(record, own);
  if (named) return { encoding: named, standing: 'named' };
  return { encoding: await loadEncoding(record.fallback!.encoding), standing: 'fallback' };
}

/** What counts for a model if it is at hand; a typed error where it would have to be loaded first. */
export function findEncodingNow(record: ModelRecord, own: OwnEncodings): FoundEncoding {
  const named = ownEncoding(record, own) ?? loadedEncoding(record.encoding);
  if (!named) checkTokenizer(record);
  if (named) return { encoding: named, standing: 'named' };
  const name = record.fallback?.encoding ?? record.encoding;
  const standIn = record.fallback && loadedEncoding(name);
  if (standIn) return { encoding: standIn, standing: 'fallback' };
  throw new PromptCostError(
    'encoding-not-loaded',
    `${record.id} is counted with ${name}, which is not loaded. Call await loadEncoding('${name}') once before.`,
  );
}

/** The encoding that a model's record names, and no other: a fallback's tokens are not the model's. */
export async function demandEncoding(record: ModelRecord, own: OwnEncodings): Promise<Encoding> {
  const named = await namedEncoding(record, own);
  if (named) return named;
  throw new PromptCostError(
    'unknown-encoding',
    `The tokens of ${record.id} need ${record.encoding}, which is not at hand. ${record.fallback!.basis}`,
  );
}

async function namedEncoding(record: ModelRecord, own: OwnEncodings): Promise<Encoding | undefined> {
  const mine = ownEncoding(record, own);
  if (mine) return mine;
  checkTokenizer(record);
  try {
    return await loadEncoding(record.encoding);
  } catch (error) {
    // Only an encoding that was never added has a stand-in; one that is there and broken says so.
    const isAbsent = error instanceof PromptCostError && error.code === 'unknown-encoding';
    if (record.fallback && isAbsent) return undefined;
    throw error;
  }
}

// A model that only the caller's prices know has the tokenizer that the caller gives it, and no other.
function checkTokenizer({ id }: ModelRecord): void {
  if (modelRecord(id)) return;
  throw new PromptCostError(
    'unknown-encoding',
    `No tokenizer of ${shown(id)} is known. Pass encoding or input with the request, or createEstimator({ encodings: { ${shown(id)}: encoding } }).`,
  );
}

function ownEncoding(record: ModelRecord, own: OwnEncodings): Encoding | undefined {
  return Object.hasOwn(own, record.encoding) ? own[record.encoding] : undefined;
}
