import { PromptCostError } from '../../errors/index.js';
import { compact } from '../compile/compact.js';
import { readLlamaTokenizer } from '../compile/read-llama-tokenizer.js';
import { readSentencePieceJson, type SentencePieceJson } from '../compile/read-sentencepiece-json.js';
import type { Vocabulary } from '../compile/vocabulary.js';
import { writeBytes } from '../compile/write-bytes.js';
import type { Pack } from './pack.js';

/** The vocabulary in a pack's origin, before it is made compact. */
export function readPackSource({ name, kind }: Pick<Pack, 'name' | 'kind'>, source: string): Vocabulary {
  if (kind === 'sentencepiece') return readSentencePieceJson(JSON.parse(source) as SentencePieceJson);
  if (kind === 'llama-tokenizer-js') return readLlamaTokenizer(source);
  throw new PromptCostError(
    'unsupported-encoding',
    `The pack ${name} is written as "${kind}", which this version cannot read. Install a newer promptcost.`,
  );
}

/**
 * The compact vocabulary of a pack.
 *
 * @param source - The text of the pack's origin file, its SHA-256 checked before.
 */
export function compilePack(pack: Pick<Pack, 'name' | 'kind'>, source: string): Uint8Array {
  const vocabulary = readPackSource(pack, source);
  // A vocabulary whose merging begins with characters has no pattern: what cuts its text is read off its tokens.
  return writeBytes(
    { name: pack.name, pattern: '', wholePieces: false, machine: new Uint8Array(0) },
    vocabulary,
    compact(vocabulary),
  );
}
