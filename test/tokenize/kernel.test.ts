import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileKernel } from '../../kernel/compile.js';
import { EngineInTime } from '../../src/tokenize/engine-in-time.js';
import { fromCompiled } from '../../src/tokenize/from-compiled.js';
import type { KernelEngine } from '../../src/tokenize/kernel/kernel-engine.js';
import { openKernel } from '../../src/tokenize/kernel/open-kernel.js';
import { kernelEncoding } from '../../src/tokenize/kernel-encoding.js';
import { PortableEngine } from '../../src/tokenize/portable-engine.js';
import { openVocabulary, unpackVocabulary } from '../../src/tokenize/vocabulary/read-vocabulary.js';
import { hostileText } from './hostile-text.js';
import { packedVocabularyNamed, VOCABULARIES } from './vocabularies.js';

const NO_LIMIT = Number.POSITIVE_INFINITY;

test('the committed kernel is what its sources compile to', async () => {
  const committed = readFileSync(
    new URL('../../src/tokenize/kernel/kernel.data.ts', import.meta.url),
    'utf8',
  );
  expect((await compileKernel()).source).toBe(committed);
}, 60_000);

/** The portable engine has the one whose merging begins with characters. */
const LEFT_OUT = 'mistral_v1';
const TAKEN = VOCABULARIES.filter((name) => name !== LEFT_OUT);

test('the kernel leaves a vocabulary of characters to the portable engine', async () => {
  expect(openKernel(openVocabulary(await packedVocabularyNamed(LEFT_OUT)))).toBeUndefined();
});

describe.each(TAKEN)('the kernel over %s', async (name) => {
  const packed = openVocabulary(await packedVocabularyNamed(name));
  const kernel = openKernel(packed)!;
  const portable = new PortableEngine(unpackVocabulary(packed));

  test('counts and encodes as the portable engine does, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(kernel.ranks(text)).toEqual(portable.ranks(text));
        expect(kernel.count(text, NO_LIMIT)).toBe(portable.count(text, NO_LIMIT));
      }),
      { numRuns: 2_000 },
    );
  });

  test('agrees on texts of many slices, on unbroken runs, and after its memory has grown', () => {
    const runs = ['a', ' ', '\n', '0', '\u4e2d\u6587', '\u0e01', '\ud83d\ude00', 'ab', '\u0301'];
    const texts = runs.map((run) => run.repeat(150_000 / run.length));
    texts.push('word, 12 words; '.repeat(20_000), `${'x'.repeat(40_000)} y`, texts.join(' '));
    for (const text of texts) {
      expect(kernel.count(text, NO_LIMIT)).toBe(portable.count(text, NO_LIMIT));
      expect(kernel.ranks(text).length).toBe(kernel.count(text, NO_LIMIT));
    }
  });

  test('keeps what a slice left undecided when its memory grows for the next', () => {
    // Of the first 32,768 units the last word stays undecided; unbroken runs make tables and room for merging, which moves the memory.
    const runs = `${'\u0995\u09be'.repeat(300)} ${'qxz'.repeat(600)} ${'\u4e2d\u6587\u5b57'.repeat(500)} `;
    const text = `${runs.repeat(20).slice(0, 32_000)}${'word'.repeat(300)} and the rest`;
    const fresh = (): KernelEngine => openKernel(packed)!;
    expect(fresh().ranks(text)).toEqual(portable.ranks(text));
    expect(fresh().count(text, NO_LIMIT)).toBe(portable.count(text, NO_LIMIT));
  });

  test('stops counting above a limit', () => {
    const text = 'a word or two, '.repeat(100_000);
    expect(kernel.count(text, 10)).toBeGreaterThan(10);
    expect(kernel.count(text, 10)).toBeLessThan(20_000);
  });

  test('spells each token as the vocabulary does', () => {
    for (let rank = 0; rank < packed.size; rank += 97) {
      expect(kernel.tokenBytes(rank)).toEqual(portable.tokenBytes(rank));
    }
  });
});

test('a damaged vocabulary is refused by name', async () => {
  const file = (await packedVocabularyNamed('cl100k_base')).slice();
  file.fill(255, file.length - 100_000); // halves of higher rank than the tokens they would make
  expect(openKernel(openVocabulary(file))).toBeUndefined();
  expect(() => fromCompiled(file).count('a')).toThrow('is damaged');
  expect(() => kernelEncoding(file)).toThrowErrorMatchingInlineSnapshot(
    `[PromptCostError: The vocabulary cl100k_base is damaged, or of another version. Install it again.]`,
  );
});

describe('an encoding opened from bytes', async () => {
  const bytes = await packedVocabularyNamed('cl100k_base');
  const portable = new PortableEngine(unpackVocabulary(openVocabulary(bytes)));
  const kernel = openKernel(openVocabulary(bytes))!;

  test('counts the same before its kernel is there, while it comes, and afterwards', async () => {
    const text = 'a word or two, '.repeat(1_000);
    const count = portable.count(text, NO_LIMIT);
    const early = fromCompiled(bytes);
    expect(early.count(text)).toBe(count);
    const counter = early.counter();
    counter.push(text.slice(0, 7_001));
    const late = fromCompiled(bytes);
    await expect
      .poll(async () => (await import('../../src/tokenize/kernel/open-kernel.js')) !== undefined)
      .toBe(true);
    counter.push(text.slice(7_001));
    expect([early.count(text), late.count(text), counter.finish()]).toEqual([count, count, count]);
    expect(late.encode(text)).toEqual(early.encode(text));
  });

  test('an engine in time makes the slow one only when it is asked before the fast one is there', async () => {
    let made = 0;
    const slow = () => {
      made++;
      return portable;
    };
    const late = new EngineInTime(Promise.resolve(kernel), slow);
    await Promise.resolve();
    expect(late.count('a word', NO_LIMIT)).toBe(2);
    expect(made).toBe(0);
    for (const fast of [Promise.resolve(undefined), Promise.reject(new Error('not found'))]) {
      const engine = new EngineInTime(fast, slow);
      await fast.catch(() => {});
      expect([engine.count('a word', NO_LIMIT), engine.ranks('a word').length]).toEqual([2, 2]);
    }
    expect(made).toBe(2);
  });
});
