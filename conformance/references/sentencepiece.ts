import { readFileSync } from 'node:fs';
import type { Pack } from '../../src/encodings/index.js';
import { originPath } from '../../tokenizers/build/read-origin.js';
import { sha256 } from '../../tokenizers/build/sha256.js';
import { wellFormed } from '../well-formed.js';
import { referenceOver, type TokenizerFile, withNamed } from './huggingface.js';
import { PINS } from './install.js';
import { llamaTokenizerJson } from './llama-tokenizer-json.js';
import type { Reference } from './reference.js';

/** What names a vocabulary of SentencePiece and its file. */
export type SentencePieceOrigin = Pick<Pack, 'name' | 'package' | 'version' | 'file' | 'sha256'> & {
  readonly kind: string;
};

interface TokenizerJson {
  readonly added_tokens: readonly (TokenizerFile['added_tokens'][number] & { readonly special: boolean })[];
}

/** Hugging Face's tokenizers in Rust over a SentencePiece vocabulary. */
export function sentencePieceReference(origin: SentencePieceOrigin): Reference {
  const source = readFileSync(originPath(origin), 'utf8');
  if (sha256(source) !== origin.sha256) throw new Error(`${origin.package} is not the file its hash names.`);
  const json: TokenizerJson =
    origin.kind === 'llama-tokenizer-js' ? llamaTokenizerJson(source) : JSON.parse(source);
  return {
    encoding: origin.name,
    name: `tokenizers ${PINS.tokenizers}`,
    vocabulary: `${origin.package}@${origin.version} ${origin.file} sha256:${origin.sha256}`,
    // The mark of a space and a space are one token.
    restored: (text) => wellFormed(text).replaceAll('\u2581', ' '),
    // Added tokens that are not special (line breaks, HTML tags) are found in any text.
    encodeAll: referenceOver({ ...json, added_tokens: json.added_tokens.filter(({ special }) => !special) }),
    encodeAllSpecial: referenceOver(json),
    encodeAllNamed: (texts, controls) => referenceOver(withNamed(json, controls))(texts),
  };
}
