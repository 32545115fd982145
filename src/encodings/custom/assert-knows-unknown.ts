import { BYTE_LEVEL_CHARACTERS } from '../compile/byte-level.js';
import { stepsOf } from './cutting-pattern.js';
import { refusedFile } from './refused-file.js';
import type { Model, Part, TokenizerJson } from './tokenizer-json.js';

/**
 * Refuses a model that has no token for what it does not know: the reference fails on a text then, and the fallback would count what is
 * unknown as nothing.
 *
 * A BPE may say that what is unknown is left out (`unk_token: null`), which the reference does, too.
 */
export function assertKnowsUnknown({ model, pre_tokenizer }: TokenizerJson): void {
  const { type, unk_token: unknown = null } = model;
  if (type === 'Unigram') assertUnigram(model);
  else if (type === 'BPE' && (unknown === null || knowsAllBytes(model, pre_tokenizer))) return;
  else if (typeof unknown !== 'string' || !Object.hasOwn(model['vocab'] as Part, unknown))
    throw refusedFile('its unk_token is no token, so that some texts would have none');
}

function assertUnigram({ unk_id: unknown, vocab, byte_fallback }: Part): void {
  const size = (vocab as readonly unknown[]).length;
  if (!Number.isInteger(unknown) || (unknown as number) < 0 || (unknown as number) >= size)
    throw refusedFile('its unk_id is no token, so that some texts would have none');
  if (byte_fallback === true)
    throw refusedFile('its Unigram falls back to bytes, which no engine here follows');
}

/** Whether the model has a token for each byte that its text can come to. */
function knowsAllBytes(model: Model, preTokenizer: Part | null): boolean {
  const has = (token: string): boolean => Object.hasOwn(model['vocab'] as Part, token);
  if (model['byte_fallback'] === true)
    return Array.from({ length: 256 }, (_, byte) =>
      has(`<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`),
    ).every(Boolean);
  const isByteLevel = stepsOf(preTokenizer, 'pretokenizers').at(-1)?.['type'] === 'ByteLevel';
  return isByteLevel && BYTE_LEVEL_CHARACTERS.every(has);
}
