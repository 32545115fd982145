/** What a `.model` file of SentencePiece says, as far as a test wants it otherwise than usual. */
export interface ModelFile {
  /** In order of id: text, score, kind (1 normal, 2 unknown, 3 control, 4 user-defined, 5 unused, 6 byte). */
  readonly pieces: readonly (readonly [text: string, score: number, kind: number])[];
  readonly trainer?: Readonly<Record<number, number>>;
  readonly normalizer?: Readonly<Record<number, number | string>>;
}

const BYTES = Array.from(
  { length: 256 },
  (_, byte) => [`<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`, 0, 6] as const,
);

/** The pieces of a small model: three control tokens, 256 bytes, the characters, the tokens, each of a lower score than the one before. */
export function smallPieces(characters: string, tokens: readonly string[]): ModelFile['pieces'] {
  const scored = [...tokens, ...characters].map((text, index) => [text, -index, 1] as const);
  return [['<unk>', 0, 2], ['<s>', 0, 3], ['</s>', 0, 3], ...BYTES, ...scored];
}

/** The file: BPE (3 = 2) with byte fallback (35 = 1), a prefix (3 = 1), spaces kept (4 = 0), unless told otherwise. */
export function modelFile({ pieces, trainer = {}, normalizer = {} }: ModelFile): Uint8Array {
  return Buffer.concat([
    ...pieces.map(([text, score, kind]) =>
      bytesField(
        1,
        Buffer.concat([bytesField(1, Buffer.from(text)), floatField(2, score), numberField(3, kind)]),
      ),
    ),
    bytesField(2, fields({ 3: 2, 35: 1, ...trainer })),
    bytesField(3, fields({ 1: 'identity', 3: 1, 4: 0, 5: 1, ...normalizer })),
  ]);
}

function fields(values: Readonly<Record<number, number | string>>): Buffer {
  return Buffer.concat(
    Object.entries(values).map(([number, value]) =>
      typeof value === 'string'
        ? bytesField(Number(number), Buffer.from(value))
        : numberField(Number(number), value),
    ),
  );
}

export function bytesField(number: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([varint(8 * number + 2), varint(bytes.length), bytes]);
}

export function numberField(number: number, value: number): Buffer {
  return Buffer.concat([varint(8 * number), varint(value)]);
}

function floatField(number: number, value: number): Buffer {
  const float = Buffer.alloc(4);
  float.writeFloatLE(value);
  return Buffer.concat([varint(8 * number + 5), float]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}
