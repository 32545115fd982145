import type { Warning } from '../../errors/index.js';
import type { Content } from '../../models/index.js';
import type { CountedPart, Message, Part, TokenRange } from '../types.js';
import { type Counter, textTokens } from './counter.js';
import { lettersOfParts } from './letters-of.js';
import { mediaPart } from './media-part.js';
import { atLeastNone, exactly, rangeOf, sumOf } from './ranges.js';

/** A message, counted: its texts with their framing as one part, then whatever is billed or listed by itself. */
export interface CountedMessage {
  readonly parts: readonly CountedPart[];
  /** Code points of its texts. */
  readonly letters: number;
  /** Its texts alone, without what stands around them. */
  readonly texts: TokenRange;
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
 * How long sealed reasoning is, in letters: replies of gpt-5 and gpt-5.5 with 9, 128, 256 and 768 reasoning tokens had about 800 and
 * 6.5 for each token. Other providers were not measured, so the bound is half of that.
 */
const SEALED = { around: 800, likely: 6.5, least: 3 };

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
  if (name !== undefined) tally.frames.push(rangeOf(counter.framing.name), textTokens(name, counter));
  for (const part of parts) addPart(part, counter, tally);
  const calls = parts.filter(({ kind }) => kind === 'toolCall').length;
  if (calls > 1) tally.frames.push(rangeOf(counter.framing.parallelCalls ?? 0));
  const texts = sumOf(tally.texts);
  const own: CountedPart = {
    path,
    what: path === 'system' || path === 'prompt' ? path : `${known(role)} message`,
    tokens: atLeastNone(sumOf([texts, ...tally.frames])),
    meter: 'input',
    method: `Its texts with ${counter.encoding.name} and what stands around them.`,
  };
  const { contents, warnings } = tally;
  return { parts: [own, ...tally.others], letters: lettersOfParts(parts), texts, contents, warnings };
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
    case 'media': {
      const counted = mediaPart(part, counter);
      tally.others.push(counted.part);
      tally.warnings.push(...counted.warnings);
      break;
    }
    case 'unknown':
      tally.others.push(unknownPart(part, counter));
      if (part.type !== 'encrypted') tally.warnings.push(unknownType(part));
  }
}

function addText(text: string, counter: Counter, tally: Tally): void {
  tally.texts.push(textTokens(text, counter, tally.contents));
}

function unknownPart(
  { type, json, path }: Extract<Part, { kind: 'unknown' }>,
  counter: Counter,
): CountedPart {
  if (type === 'encrypted') {
    const { around, likely, least } = SEALED;
    const tokens = {
      low: 0,
      likely: Math.ceil(Math.max(0, json.length - around) / likely),
      high: Math.ceil(json.length / least),
    };
    return {
      path,
      what: 'encrypted reasoning',
      tokens,
      meter: 'input',
      method: 'By its length: only the provider can read it.',
      apart: true,
    };
  }
  const { likely, high } = textTokens(json, counter);
  return {
    path,
    what: `part of type ${known(type)}`,
    tokens: { low: 0, likely, high },
    meter: 'input',
    method: 'As its JSON text, at most: no dialect explains it.',
    apart: true,
  };
}

function unknownType({ type, path }: Extract<Part, { kind: 'unknown' }>): Warning {
  return {
    code: 'unknown-part',
    message: `${path} is of type ${known(type)}, which no dialect explains; it is counted as its JSON text.`,
  };
}

/** A role or type, short enough for a message: anything may stand in its place. */
function known(word: string): string {
  return /^[\w.:-]{1,40}$/.test(word) ? word : 'unknown';
}
