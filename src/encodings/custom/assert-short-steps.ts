import { refusedFile } from './refused-file.js';
import type { Part } from './tokenizer-json.js';

const MOST_STEPS = 100; // one after another; a file of many replacements has twenty
const MOST_GROWTH = 64; // times, by all steps together: a text of a megabyte stays within memory

type StepList = 'normalizers' | 'pretokenizers' | 'decoders';

/** How many times as long a step can make a text. */
const GROWTH: Readonly<Record<StepList, (step: Part) => number>> = {
  normalizers: growthOfNormalizer,
  pretokenizers: growthOfCut,
  decoders: growthOfDecoder,
};

/**
 * Refuses steps that make a text many times longer, or are many: 27 that double it turn one letter into 128 million.
 *
 * Normal forms and lower case are no growth: they lengthen a text once, however often they stand.
 */
export function assertShortSteps(step: Part | null, inside: StepList): void {
  const steps = stepsOf(step, inside);
  if (steps.length > MOST_STEPS)
    throw refusedFile(`it has ${steps.length} ${inside}, more than ${MOST_STEPS}`);
  const growth = steps.reduce((product, each) => product * GROWTH[inside](each), 1);
  if (!(growth <= MOST_GROWTH))
    throw refusedFile(`its ${inside} can make a text more than ${MOST_GROWTH} times as long`);
}

/** A step, or the steps of a sequence and of those within it; the file's depth has been checked. */
function stepsOf(step: Part | null, inside: string): Part[] {
  if (step === null) return [];
  if (step['type'] !== 'Sequence') return [step];
  return (step[inside] as readonly Part[]).flatMap((each) => stepsOf(each, inside));
}

function growthOfNormalizer(step: Part): number {
  if (step['type'] === 'Prepend') return 1 + lengthOf(step['prepend']); // of the shortest text, one letter
  if (step['type'] === 'BertNormalizer') return 3; // spaces around Chinese
  return growthOfReplacing(step);
}

function growthOfCut(step: Part): number {
  if (step['type'] === 'ByteLevel') return 6; // a letter for each byte, and a space before
  if (step['type'] !== 'Metaspace') return growthOfReplacing(step);
  return 2 * Math.max(1, lengthOf(step['str_rep'] || step['replacement']));
}

function growthOfDecoder(step: Part): number {
  if (step['type'] === 'Replace') return growthOfReplacing(step);
  return ['BPEDecoder', 'CTC', 'Metaspace', 'WordPiece'].includes(String(step['type'])) ? 2 : 1; // a space between any two letters
}

function growthOfReplacing({ type, pattern, content }: Part): number {
  if (type !== 'Replace') return 1;
  const { Regex: regex, String: text } = (pattern ?? {}) as Readonly<Record<string, string>>; // checked before
  const length = lengthOf(content);
  if (text !== undefined) return Math.max(1, length / text.length);
  return regex !== undefined && canMatchNothing(regex) ? 1 + length : Math.max(1, length);
}

/** Whether a pattern may match between two letters, where what it is replaced with would be added. */
function canMatchNothing(regex: string): boolean {
  if (/[$^]|\\[ABGZbz]|\(\?[!<=]/.test(regex.replaceAll('[^', '['))) return true;
  try {
    return new RegExp(regex, 'u').test('');
  } catch {
    return true; // it is written for another engine
  }
}

function lengthOf(text: unknown): number {
  return typeof text === 'string' ? text.length : 0;
}
