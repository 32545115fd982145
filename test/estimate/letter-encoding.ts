import type { Encoding } from '../../src/tokenize/index.js';

const notAsked = (): never => {
  throw new Error('An estimate counts, and does nothing else.');
};

/** An encoding in which every letter is one token. */
export function letterEncoding(name: string): Encoding {
  return {
    name,
    vocabSize: 0x110000,
    engine: 'promptcost',
    count: (text) => [...text].length,
    countUpTo: notAsked,
    encode: notAsked,
    decode: notAsked,
    decodeBytes: notAsked,
    tokens: notAsked,
    truncate: notAsked,
    split: notAsked,
  };
}
