import { BYTE_LEVEL_PATTERN, THREE_SPLITS, THREE_SPLITS_AS_ONE } from './known-patterns.js';
import { NotOurs } from './refused-file.js';
import type { Part } from './tokenizer-json.js';

/** The one pattern that cuts a text as the pre-tokenizer of a byte-level file does; throws {@link NotOurs} where there is none. */
export function cuttingPattern(preTokenizer: Part | null): string {
  const steps = stepsOf(preTokenizer, 'pretokenizers');
  const last = steps.at(-1);
  if (last?.['type'] !== 'ByteLevel') throw new NotOurs('its pre-tokenizer does not end with ByteLevel');
  if (last['add_prefix_space'] === true) throw new NotOurs('ByteLevel adds a space before the text');
  const splits = steps.slice(0, -1).map(patternOfSplit);
  if (splits.join('\0') === THREE_SPLITS.join('\0') && last['use_regex'] === false)
    return THREE_SPLITS_AS_ONE;
  if (last['use_regex'] !== false) {
    if (splits.length > 0) throw new NotOurs('ByteLevel cuts again after other splits');
    return BYTE_LEVEL_PATTERN;
  }
  const [pattern, ...others] = splits;
  if (pattern === undefined) return String.raw`[\s\S]+`;
  if (others.length > 0) throw new NotOurs(`its ${splits.length} splits are not known as one pattern`);
  // Hugging Face's engine reads `$` as the end of a line, and `{1,3}+` as a quantifier upon a quantifier.
  const bare = pattern.replace(/\\./gs, '').replace(/\[[^\]]*\]/g, '');
  if (/\$|\{[\d,]+\}\+/.test(bare))
    throw new NotOurs('its pattern has a construct that engines read differently');
  return pattern;
}

/** A step, or the steps of a sequence, in order. */
export function stepsOf(step: Part | null, inside: 'pretokenizers' | 'normalizers'): Part[] {
  if (step === null) return [];
  if (step['type'] !== 'Sequence') return [step];
  const parts = step[inside];
  if (!Array.isArray(parts)) throw new NotOurs('a Sequence holds no list');
  return parts.flatMap((part) => stepsOf(part as Part, inside)); // the file's depth has been checked
}

function patternOfSplit({ type, pattern, behavior, invert }: Part): string {
  if (type !== 'Split') throw new NotOurs('its pre-tokenizer has a step that is neither Split nor ByteLevel');
  // A pattern of ours matches everything, so that nothing is removed between the matches.
  const keepsAll =
    (behavior === 'Isolated' && invert !== true) || (behavior === 'Removed' && invert === true);
  if (!keepsAll) throw new NotOurs('a Split does not keep its matches as pieces');
  const { Regex: regex } = (pattern ?? {}) as { Regex?: unknown };
  if (typeof regex !== 'string') throw new NotOurs('a Split has a fixed text for its pattern');
  return regex;
}
