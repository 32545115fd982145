import { type ByteLevelJson, readByteLevelJson } from '../../src/encodings/compile/read-byte-level-json.js';
import type { Vocabulary } from './origin.js';

interface TokenizerJson extends ByteLevelJson {
  readonly normalizer: { readonly type: string; readonly normalizers?: readonly unknown[] } | null;
  readonly model: ByteLevelJson['model'] & { readonly type: string };
}

/** The vocabulary in a byte-level BPE `tokenizer.json`. */
export function readHuggingFace(source: string): Vocabulary {
  const file = JSON.parse(source) as TokenizerJson;
  if (file.model.type !== 'BPE') throw new Error(`The model is ${file.model.type}, not BPE.`);
  return readByteLevelJson(file, normalizerOf(file.normalizer));
}

function normalizerOf(normalizer: TokenizerJson['normalizer']): Vocabulary['normalizer'] {
  if (normalizer === null || normalizer.normalizers?.length === 0) return null;
  if (normalizer.type === 'NFC') return 'nfc';
  if (normalizer.type === 'NFKC') return 'nfkc';
  throw new Error(`The normalizer ${normalizer.type} is not known here.`);
}
