import { compilePattern } from '../../tokenize/index.js';
import { compact } from '../compile/compact.js';
import { readByteLevelJson } from '../compile/read-byte-level-json.js';
import type { Vocabulary } from '../compile/vocabulary.js';
import { writeBytes } from '../compile/write-bytes.js';
import { assertOnlyControl } from './added-tokens.js';
import { assertMergeable } from './assert-mergeable.js';
import { cuttingPattern, stepsOf } from './cutting-pattern.js';
import { NotOurs } from './refused-file.js';
import type { BpeModel, Part, TokenizerJson } from './tokenizer-json.js';

/** The compact vocabulary of a byte-level BPE file; throws what keeps ours from being the same. */
export function compileByteLevel(
  file: TokenizerJson & { readonly model: BpeModel },
  name: string,
): Uint8Array {
  const { model, added_tokens } = file;
  const normalizer = normalFormOf(file.normalizer);
  const pattern = cuttingPattern(file.pre_tokenizer);
  assertOnlyControl(added_tokens);
  const machine = compilePattern(pattern);
  const vocabulary = assertedBytes(readByteLevelJson({ added_tokens, model }, normalizer));
  assertMergeable(vocabulary.tokens);
  const wholePieces = model['ignore_merges'] === true;
  return writeBytes({ name, pattern, wholePieces, machine }, vocabulary, compact(vocabulary));
}

function normalFormOf(normalizer: Part | null): Vocabulary['normalizer'] {
  const steps = stepsOf(normalizer, 'normalizers');
  const [form, ...rest] = steps.map(({ type }) => type);
  if (form === undefined) return null;
  if (rest.length === 0 && form === 'NFC') return 'nfc';
  if (rest.length === 0 && form === 'NFKC') return 'nfkc';
  throw new NotOurs('its normalizer is neither NFC nor NFKC');
}

/** Each of the 256 bytes must be a token: there is nothing else to fall to. */
function assertedBytes(vocabulary: Vocabulary): Vocabulary {
  const bytes = new Set(vocabulary.tokens.filter((token) => token.length === 1));
  if (bytes.size < 256) throw new NotOurs(`its vocabulary lacks ${256 - bytes.size} of the 256 bytes`);
  return vocabulary;
}
