import { PromptCostError, shown } from '../../errors/index.js';
import type { Vocabulary } from '../compile/vocabulary.js';
import { assertCompilable, HIGHEST_ID, MOST_TOKENS } from './vocabulary-limits.js';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * The vocabulary in a rank file of tiktoken: lines of a token in base64, a space, its rank. Ranks are ids, too; they may have gaps, and
 * lines may stand in any order.
 *
 * @param file - The file, or its text.
 */
export function readRanks(file: string | Uint8Array): Pick<Vocabulary, 'tokens' | 'ids'> {
  const entries = entriesOf(typeof file === 'string' ? file : textOf(file));
  const sorted = entries.sort((a, b) => a.rank - b.rank);
  const tokens = sorted.map(({ token }) => token);
  assertCompilable(tokens);
  const known = new Set(tokens);
  for (let byte = 0; byte < 256; byte++) {
    if (!known.has(String.fromCharCode(byte))) {
      throw unsupported(
        `the byte 0x${byte.toString(16).padStart(2, '0')} is no token, so that some texts would have none. Is the file complete?`,
      );
    }
  }
  return { tokens, ids: sorted.map(({ rank }) => rank) };
}

interface Entry {
  readonly token: string;
  readonly rank: number;
}

function entriesOf(text: string): Entry[] {
  assertNotEndless(text);
  const entries: Entry[] = [];
  const lineOfToken = new Map<string, number>();
  const lineOfRank = new Map<number, number>();
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, text[end - 1] === '\r' ? end - 1 : end);
    at = end + 1;
    number++;
    if (line === '') continue;
    const entry = entryOf(line, number);
    assertFirst(lineOfToken.get(entry.token), number, 'the token');
    assertFirst(lineOfRank.get(entry.rank), number, `the rank ${entry.rank}`);
    lineOfToken.set(entry.token, number);
    lineOfRank.set(entry.rank, number);
    entries.push(entry);
  }
  return entries;
}

/** Before anything is read: a line takes a thousand times longer to read than to count. */
function assertNotEndless(text: string): void {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  if (lines > MOST_TOKENS) throw unsupported(`it has more than ${MOST_TOKENS} lines.`);
}

function entryOf(line: string, number: number): Entry {
  const space = line.indexOf(' ');
  if (space < 0) throw atLine(number, 'there is no space. A line is a token in base64, a space, its rank');
  const encoded = line.slice(0, space);
  const rank = line.slice(space + 1);
  if (encoded === '' || !BASE64.test(encoded)) {
    throw atLine(number, `${shown(encoded)} is not base64`);
  }
  if (!/^\d{1,8}$/.test(rank) || Number(rank) > HIGHEST_ID) {
    throw atLine(number, `the rank is ${shown(rank)}, not a whole number of 0 to ${HIGHEST_ID}`);
  }
  return { token: atob(encoded), rank: Number(rank) };
}

function assertFirst(before: number | undefined, number: number, what: string): void {
  if (before !== undefined) throw atLine(number, `${what} stands in line ${before}, too`);
}

function textOf(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw unsupported('it is no text. For a protobuf file of SentencePiece there is fromSentencePiece.');
  }
}

function atLine(number: number, what: string): PromptCostError {
  return unsupported(`line ${number}: ${what}.`);
}

function unsupported(what: string): PromptCostError {
  return new PromptCostError('unsupported-encoding', `The rank file cannot be used: ${what}`);
}
