import { readFileSync } from 'node:fs';
import type { Origin } from '../../tokenizers/build/origin.js';
import { originPath } from '../../tokenizers/build/read-origin.js';
import { sha256 } from '../../tokenizers/build/sha256.js';
import { wellFormed } from '../well-formed.js';
import { PINS, referencePackages } from './install.js';
import type { Reference } from './reference.js';

interface Tokenizer {
  encodeBatch(
    texts: readonly string[],
    options: { readonly addSpecialTokens: boolean },
  ): Promise<readonly { getIds(): number[] }[]>;
}

interface Normalizer {
  normalizeString(text: string): string;
}

interface Tokenizers {
  readonly Tokenizer: { fromString(json: string): Tokenizer };
  nfcNormalizer(): Normalizer;
  nfkcNormalizer(): Normalizer;
}

/** Hugging Face's tokenizers in Rust, over the vendor's own `tokenizer.json`. */
export function huggingFaceReference(origin: Origin): Reference {
  const { nfcNormalizer, nfkcNormalizer } = referencePackages()('tokenizers') as Tokenizers;
  const source = readFileSync(originPath(origin), 'utf8');
  if (sha256(source) !== origin.sha256) throw new Error(`${origin.package} is not the file its hash names.`);
  const json = JSON.parse(source) as TokenizerFile & { normalizer: { type: string } | null };
  // The reference's own normalizer: its Unicode is older than the runtime's.
  const forms: Readonly<Record<string, () => Normalizer>> = { NFC: nfcNormalizer, NFKC: nfkcNormalizer };
  const form = forms[json.normalizer?.type ?? '']?.();
  return {
    encoding: origin.name,
    name: `tokenizers ${PINS.tokenizers}`,
    vocabulary: `${origin.package}@${origin.version} ${origin.file} sha256:${origin.sha256}`,
    restored: (text) => form?.normalizeString(wellFormed(text)) ?? wellFormed(text),
    // Without its control tokens the file reads them as text, as we do unless told otherwise.
    encodeAll: referenceOver({ ...json, added_tokens: [] }),
    encodeAllSpecial: referenceOver(json),
    encodeAllNamed: (texts, controls) => referenceOver(withNamed(json, controls))(texts),
  };
}

/** The part of a `tokenizer.json` that names control tokens. */
export interface TokenizerFile {
  readonly added_tokens: readonly { readonly id: number; readonly content: string }[];
}

/** How a `tokenizer.json` flags a control token. */
export const CONTROL = {
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true,
} as const;

/** A `tokenizer.json` with control tokens besides its own. */
export function withNamed<File extends TokenizerFile>(file: File, controls: readonly string[]): File {
  const known = new Set(file.added_tokens.map(({ content }) => content));
  const first = Math.max(0, ...file.added_tokens.map(({ id }) => id)) + 1;
  const added = controls
    .filter((control) => !known.has(control))
    .map((content, index) => ({ id: first + index, content, ...CONTROL }));
  return { ...file, added_tokens: [...file.added_tokens, ...added] };
}

/** What encodes with a `tokenizer.json`. */
export function referenceOver(file: object): Reference['encodeAll'] {
  const { Tokenizer } = referencePackages()('tokenizers') as Tokenizers;
  const tokenizer = Tokenizer.fromString(JSON.stringify(file));
  return async (texts) => {
    const encodings = await tokenizer.encodeBatch(texts, { addSpecialTokens: false });
    return encodings.map((encoding) => encoding.getIds());
  };
}
