import type { Encoding } from '../../src/tokenize/index.js';
import { escaped } from '../escaped.js';
import type { Reference } from '../references/index.js';
import type { HostileString } from '../strings/index.js';
import { difference, specialDifference } from './difference.js';
import { shortest } from './shortest.js';

/** What an encoding did with some strings. */
export interface Verdict {
  readonly strings: number;
  readonly characters: number;
  readonly tokens: number;
  readonly differences: number;
  /** The first few, one line each: kind, fault, and the shortest text that shows it. */
  readonly shown: readonly string[];
}

const BATCH = 500;
const SHOWN = 5;

/** Holds an encoding against its reference, text by text, with control tokens as text and as such. */
export async function judge(
  encoding: Encoding,
  reference: Reference,
  strings: Iterable<HostileString>,
): Promise<Verdict> {
  const shown: string[] = [];
  let [count, characters, tokens, differences] = [0, 0, 0, 0];
  for (const batch of batches(strings)) {
    const texts = batch.map(({ text }) => text);
    const [plain, special] = await Promise.all([
      reference.encodeAll(texts),
      reference.encodeAllSpecial(texts),
    ]);
    for (const [index, { kind, text }] of batch.entries()) {
      count++;
      characters += text.length;
      tokens += plain[index]!.length;
      const fault =
        difference(encoding, reference, text, plain[index]!) ??
        specialDifference(encoding, text, special[index]!);
      if (fault === undefined) continue;
      differences++;
      if (shown.length < SHOWN) shown.push(await described(encoding, reference, kind, text));
    }
  }
  return { strings: count, characters, tokens, differences, shown };
}

async function described(
  encoding: Encoding,
  reference: Reference,
  kind: string,
  text: string,
): Promise<string> {
  const faultOf = async (candidate: string): Promise<string | undefined> => {
    const [[plain], [special]] = await Promise.all([
      reference.encodeAll([candidate]),
      reference.encodeAllSpecial([candidate]),
    ]);
    return (
      difference(encoding, reference, candidate, plain!) ?? specialDifference(encoding, candidate, special!)
    );
  };
  const short = await shortest(text, async (candidate) => (await faultOf(candidate)) !== undefined);
  return `${kind}: ${await faultOf(short)}: ${escaped(short.length > 2_000 ? short.slice(0, 2_000) : short)} (${short.length} units)`;
}

function* batches(strings: Iterable<HostileString>): Generator<HostileString[]> {
  let batch: HostileString[] = [];
  for (const string of strings) {
    batch.push(string);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
