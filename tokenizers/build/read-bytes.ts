import { numbersOf } from '../../src/encodings/compile/runs.js';
import { MAGIC, type VocabularyHeader } from '../../src/tokenize/index.js';

/** What a compact vocabulary says, read plainly and slowly: the engine's own reader is judged apart from it. */
export interface Contents {
  readonly header: VocabularyHeader;
  /** Each token's bytes, one character a byte, in rank order. */
  readonly tokens: readonly string[];
  /** In rank order; `undefined` for a literal. */
  readonly pairs: readonly (readonly [left: number, right: number] | undefined)[];
}

export function readBytes(bytes: Buffer): Contents {
  if (bytes.toString('latin1', 0, 4) !== MAGIC) throw new Error(`The file does not begin with ${MAGIC}.`);
  const machineAt = 8 + bytes.readUInt32LE(4);
  const header = JSON.parse(bytes.toString('utf8', 8, machineAt)) as VocabularyHeader;
  const literalsAt = machineAt + header.machineBytes;
  const planesAt = literalsAt + header.literalBytes;
  const literalRanks = new Set(numbersOf(header.literals));
  const paired = header.size - literalRanks.size;
  if (bytes.length !== planesAt + 6 * paired)
    throw new Error('The file is longer or shorter than its header says.');

  const tokens: string[] = [];
  const pairs: ([number, number] | undefined)[] = [];
  let literalAt = literalsAt;
  let index = 0;
  const rankAt = (plane: number): number =>
    [0, 1, 2].reduce((rank, next) => rank * 256 + bytes[planesAt + (plane + next) * paired + index]!, 0);
  for (let rank = 0; rank < header.size; rank++) {
    if (literalRanks.has(rank)) {
      const end = literalAt + 1 + bytes[literalAt]!;
      tokens.push(bytes.toString('latin1', literalAt + 1, end));
      pairs.push(undefined);
      literalAt = end;
    } else {
      const [left, right] = [rankAt(0), rankAt(3)];
      if (left >= rank || right >= rank) throw new Error(`The token of rank ${rank} is made of later ones.`);
      tokens.push(tokens[left]! + tokens[right]!);
      pairs.push([left, right]);
      index++;
    }
  }
  if (literalAt !== planesAt) throw new Error('The literals are longer or shorter than the header says.');
  return { header, tokens, pairs };
}
