import type { Warning } from '../../errors/index.js';
import type { CountedPart, Part, TokenRange } from '../types.js';
import { type Counter, textTokens } from './counter.js';
import { mediaPart } from './media-part.js';

/** A part that is listed by itself, and what is to be known of it. */
export interface CountedApart {
  readonly part: CountedPart;
  readonly warnings: readonly Warning[];
}

type Unknown = Extract<Part, { kind: 'unknown' }>;
type ApartPart = Extract<Part, { kind: 'media' | 'unknown' }>;

/** Whether a part is listed by itself. */
export function isApart(part: Part): part is ApartPart {
  return part.kind === 'media' || part.kind === 'unknown';
}

/**
 * How long sealed reasoning is, in letters: replies of gpt-5 and gpt-5.5 with 9, 128, 256 and 768 reasoning tokens had about 800 and
 * 6.5 for each token. Other providers were not measured, so the bound is half of that.
 */
const SEALED = { around: 800, likely: 6.5, least: 3 };

/** Counts a medium, or a part that no dialect explains. */
export function countApart(part: ApartPart, counter: Counter): CountedApart {
  if (part.kind === 'media') return mediaPart(part, counter);
  const { type, json, path } = part;
  if (type === 'encrypted') return sealed(part, 'encrypted reasoning', 'only the provider can read it');
  if (type === 'data')
    return sealed(part, 'data', 'its first bytes are of no picture, recording or document');
  const { likely, high } = textTokens(json, counter);
  const method = 'As its JSON text, at most: no dialect explains it.';
  const counted = apart(path, `part of type ${shownWord(type)}`, { low: 0, likely, high }, method);
  return { part: counted, warnings: [unknownType(part)] };
}

function sealed({ json, path }: Unknown, what: string, why: string): CountedApart {
  const { around, likely, least } = SEALED;
  const tokens = {
    low: 0,
    likely: Math.ceil(Math.max(0, json.length - around) / likely),
    high: Math.ceil(json.length / least),
  };
  return { part: apart(path, what, tokens, `By its length: ${why}.`), warnings: [] };
}

function apart(path: string, what: string, tokens: TokenRange, method: string): CountedPart {
  return { path, what, tokens, meter: 'input', method, apart: true };
}

function unknownType({ type, path }: Unknown): Warning {
  return {
    code: 'unknown-part',
    message: `${path} is of type ${shownWord(type)}, which no dialect explains; it is counted as its JSON text.`,
  };
}

/** A role or type, short enough for a message: anything may stand in its place. */
export function shownWord(word: string): string {
  return /^[\w.:-]{1,40}$/.test(word) ? word : 'unknown';
}
