import { packNamed } from '../../src/encodings/index.js';
import { ORIGINS } from '../../tokenizers/build/origins.js';
import { fromRanksReference } from './from-ranks.js';
import { huggingFaceReference } from './huggingface.js';
import type { Reference } from './reference.js';
import { sentencePieceReference } from './sentencepiece.js';
import { tiktokenReference } from './tiktoken.js';

export { referencePackages } from './install.js';
export type { Reference } from './reference.js';

/** The tokenizer that judges an encoding of ours. */
export function referenceFor(encoding: string): Reference {
  const origin = ORIGINS.find(({ name }) => name === encoding);
  const spelled = origin?.kind === 'sentencepiece' ? origin : packNamed(encoding);
  if (spelled) return sentencePieceReference(spelled);
  if (origin?.kind === 'huggingface') return huggingFaceReference(origin);
  return origin?.kind === 'tekken' ? fromRanksReference(origin) : tiktokenReference(encoding);
}
