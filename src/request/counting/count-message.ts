import type { Warning } from '../../errors/index.js';
import type { Content } from '../../models/index.js';
import type { CountedPart, Message, Part, TokenRange } from '../types.js';
import { countApart, shownWord } from './count-apart.js';
import { type Counter, textTokens } from './counter.js';
import { lettersOfParts } from './letters-of.js';
import { atLeastNone, exactly, rangeOf, sumOf } from './ranges.js';

/** A message, counted: its texts with their framing as one part, then whatever is billed or listed by itself. */
export interface CountedMessage {
  readonly parts: readonly CountedPart[];
  /** Code points of its texts. */
  readonly letters: number;
  /** Its texts alone, without what stands around them. */
  readonly texts: TokenRange;
  /** The likely tokens of its texts and its name. */
  readonly bare: number;
  /** What they are, where that decides their factors. */
  readonly contents: ReadonlySet<Content>;
  readonly warnings: readonly Warning[];
}

/** Gathers what a message's parts add up to. */
interface Tally {
  readonly texts: TokenRange[];
  readonly frames: TokenRange[];
  readonly others: CountedPart[];
  readonly contents: Set<Content>;
  readonly warnings: Warning[];
}

/**
 * Counts one message.
 *
 * @param message - In normal form.
 * @param counter - The model's.
 */
export function countMessage(message: Message, counter: Counter): CountedMessage {
  const { role, name, parts, path } = message;
  const tally: Tally = {
    texts: [],
    frames: [frame(message, counter)],
    others: [],
    contents: new Set(),
    warnings: [],
  };
  const named = textTokens(name ?? '', counter);
  if (name !== undefined) tally.frames.push(rangeOf(counter.framing.name), named);
  for (const part of parts) addPart(part, counter, tally);
  const calls = parts.filter(({ kind }) => kind === 'toolCall').length;
  if (calls > 1) tally.frames.push(rangeOf(counter.framing.parallelCalls ?? 0));
  const texts = sumOf(tally.texts);
  const own: CountedPart = {
    path,
    what: path === 'system' || path === 'prompt' ? path : `${shownWord(role)} message`,
    tokens: atLeastNone(sumOf([texts, ...tally.frames])),
    meter: 'input',
    method: `Its texts with ${counter.encoding.name} and what stands around them.`,
  };
  const { contents, warnings } = tally;
  const bare = texts.likely + named.likely;
  return { parts: [own, ...tally.others], letters: lettersOfParts(parts), texts, bare, contents, warnings };
}

/** Roles whose tokens are counted once, and not for each message. */
const USUAL_ROLES = ['system', 'developer', 'user', 'assistant', 'tool', 'function', 'model'];

function frame({ role }: Message, { framing, encoding, memo }: Counter): TokenRange {
  const isSystem = role === 'system' || role === 'developer';
  const around = rangeOf((isSystem ? framing.system : undefined) ?? framing.message);
  if (!framing.role) return around;
  const count = (): TokenRange => exactly(encoding.count(role));
  return sumOf([around, USUAL_ROLES.includes(role) ? memo.recall(`role ${role}`, [], count) : count()]);
}

function addPart(part: Part, counter: Counter, tally: Tally): void {
  switch (part.kind) {
    case 'text':
    case 'reasoning':
      addText(part.text, counter, tally);
      break;
    case 'toolCall':
      tally.frames.push(rangeOf(counter.framing.toolCall));
      addText(part.name, counter, tally);
      addText(part.arguments, counter, tally);
      break;
    case 'toolResult':
      tally.frames.push(rangeOf(counter.framing.toolResult));
      if (part.name !== undefined) addText(part.name, counter, tally);
      for (const inner of part.parts) addPart(inner, counter, tally);
      break;
    default: {
      if (part.kind === 'media') tally.frames.push(rangeOf(counter.framing.medium ?? 0));
      const counted = countApart(part, counter);
      tally.others.push(counted.part);
      tally.warnings.push(...counted.warnings);
    }
  }
}

function addText(text: string, counter: Counter, tally: Tally): void {
  tally.texts.push(textTokens(text, counter, tally.contents));
}
