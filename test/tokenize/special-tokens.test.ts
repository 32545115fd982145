import { describe, expect, test } from 'vitest';
import { withSpecials } from '../../src/tokenize/index.js';
import { portableEncoding } from '../../src/tokenize/portable-encoding.js';
import harmony from '../../tokenizers/o200k_harmony.specials.json' with { type: 'json' };
import { VOCABULARIES, vocabularyNamed } from './vocabularies.js';

const BEFORE = 'Say: ';
const AFTER = ' It is done.';
const SPECIAL = { specialTokens: 'special' } as const;

const vocabularies = await Promise.all(VOCABULARIES.map(vocabularyNamed));
const own = vocabularies.map((vocabulary) => ({
  name: vocabulary.name,
  encoding: portableEncoding(vocabulary),
  specials: [...vocabulary.specials],
}));
const o200k_harmony = {
  name: 'o200k_harmony',
  encoding: withSpecials(own[0]!.encoding, 'o200k_harmony', harmony),
  specials: Object.entries(harmony),
};

describe.each([...own, o200k_harmony])('$name', ({ encoding, specials }) => {
  const ids = new Set(specials.map(([, id]) => id));
  const before = encoding.encode(BEFORE);
  const after = encoding.encode(AFTER);

  test('has control tokens', () => expect(specials.length).toBeGreaterThan(0));

  test('reads each control token as text unless asked, wherever it stands', () => {
    for (const [special] of specials) {
      for (const text of [special + AFTER, BEFORE + special + AFTER, BEFORE + special]) {
        const encoded = encoding.encode(text);
        expect(encoded.filter((id) => ids.has(id))).toEqual([]);
        expect(encoding.count(text)).toBe(encoded.length);
        expect(encoding.decode(encoded)).toBe(text);
      }
    }
  });

  test('reads each as one id when asked, and what is around it as without it', () => {
    for (const [special, id] of specials) {
      expect(encoding.encode(special + AFTER, SPECIAL)).toEqual([id, ...after]);
      expect(encoding.encode(BEFORE + special + AFTER, SPECIAL)).toEqual([...before, id, ...after]);
      expect(encoding.encode(BEFORE + special, SPECIAL)).toEqual([...before, id]);
      expect(encoding.count(BEFORE + special + AFTER, SPECIAL)).toBe(before.length + 1 + after.length);
      const token = [...encoding.tokens(BEFORE + special + AFTER, SPECIAL)][before.length]!;
      expect([token.id, token.text, token.start, token.end]).toEqual([
        id,
        special,
        BEFORE.length,
        BEFORE.length + special.length,
      ]);
    }
  });

  test('cuts no control token in two', () => {
    for (const [special] of specials) {
      const text = BEFORE + special + AFTER;
      expect(encoding.truncate(text, before.length + 1, SPECIAL)).toBe(BEFORE + special);
      let counter = encoding.counter(SPECIAL);
      for (const unit of text) counter.push(unit);
      expect(counter.finish()).toBe(before.length + 1 + after.length);
      counter = encoding.counter();
      for (const unit of text) counter.push(unit);
      expect(counter.finish()).toBe(encoding.count(text));
    }
  });
});

test('a wish that is none is refused at once', async () => {
  const encoding = portableEncoding(await vocabularyNamed('o200k_base'));
  for (const specialTokens of [true, 'Special', null, 1]) {
    const options = { specialTokens } as never;
    for (const act of [
      () => encoding.count('a', options),
      () => encoding.countUpTo('a', 5, options),
      () => encoding.encode('a', options),
      () => encoding.tokens('a', options),
      () => encoding.counter(options),
    ])
      expect(act).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  }
  expect(() => encoding.tokens(5 as never)).toThrow('Pass a string');
  expect(encoding.count('a', { specialTokens: 'text' })).toBe(1);
});
