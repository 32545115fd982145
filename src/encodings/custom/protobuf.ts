import { PromptCostError } from '../../errors/index.js';

/** A field of a message: what its wire type makes of it. */
export type Field =
  | { readonly number: number; readonly type: 'varint'; readonly value: number }
  | { readonly number: number; readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly number: number; readonly type: 'fixed32'; readonly value: Uint8Array }
  | { readonly number: number; readonly type: 'fixed64'; readonly value: Uint8Array };

const TYPES = { 0: 'varint', 1: 'fixed64', 2: 'bytes', 5: 'fixed32' } as const;

/**
 * The fields of a protobuf message in the order they stand, read one by one; each is checked to lie within the message.
 *
 * A varint beyond 2^53 comes out as the nearest double: negative numbers are such.
 */
export function* fieldsOf(message: Uint8Array): Generator<Field> {
  let at = 0;

  function varint(): number {
    let value = 0;
    for (let scale = 1, length = 0; length < 10; length++, scale *= 128) {
      const byte = message[at++];
      if (byte === undefined) throw broken('it ends within a number');
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw broken('a number has more than ten bytes');
  }

  function stretch(length: number): Uint8Array {
    if (length > message.length - at) {
      throw broken(`a field of ${length} bytes begins where ${message.length - at} are left`);
    }
    at += length;
    return message.subarray(at - length, at);
  }

  while (at < message.length) {
    const key = varint();
    const number = Math.floor(key / 8);
    const type = TYPES[(key % 8) as keyof typeof TYPES];
    if (number === 0 || number > 0x1fffffff) throw broken(`it has a field of number ${number}`);
    if (type === 'varint') yield { number, type, value: varint() };
    else if (type === 'bytes') yield { number, type, value: stretch(varint()) };
    else if (type === 'fixed32') yield { number, type, value: stretch(4) };
    else if (type === 'fixed64') yield { number, type, value: stretch(8) };
    else throw broken(`field ${number} has the wire type ${key % 8}`);
  }
}

/** What a wire type's values are. */
interface Values {
  readonly varint: number;
  readonly bytes: Uint8Array;
  readonly fixed32: Uint8Array;
  readonly fixed64: Uint8Array;
}

/** The value of a field, which has to be of that type. */
export function valueAs<T extends keyof Values>(field: Field, type: T): Values[T] {
  if (field.type === type) return field.value as Values[T];
  throw broken(`field ${field.number} is of type ${field.type}, not ${type}`);
}

/** What is wrong with a file that is no such message. */
export function broken(how: string): PromptCostError {
  return new PromptCostError(
    'unsupported-encoding',
    `The file is no whole model of SentencePiece: ${how}. Rank files of tiktoken, also named .model, go to fromTiktoken.`,
  );
}
