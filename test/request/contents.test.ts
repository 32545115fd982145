import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentsOf } from '../../src/request/counting/contents.js';
import { factorsFor } from '../../src/request/counting/factors-for.js';

const PROSE = 'Why is the sky blue? Because the air scatters short waves more than long ones. ';
const CODE = 'for (const [key, value] of Object.entries(shares)) { total += value * rates[key]; }\n';
const CHINESE = '天空为什么是蓝色的？因为空气散射短波比长波多。';

describe('the contents of a text', () => {
  it.each([
    ['English', PROSE, ['prose']],
    ['German', 'Schöne Grüße aus München, wo der Himmel über den Dächern blau ist.', ['prose']],
    ['TypeScript', CODE, ['code']],
    ['JSON', '{ "name": "sky", "colour": "blue", "why": ["air", "light"] }', ['code']],
    ['prose with some code', PROSE.repeat(2) + CODE, ['prose', 'code']],
    ['Chinese', CHINESE, ['cjk']],
    ['Japanese', '空はなぜ青いのですか。', ['cjk']],
    ['Korean', '하늘은 왜 파란색인가요?', ['cjk']],
    ['Chinese and English', `${CHINESE} ${PROSE}`, ['prose', 'cjk']],
    ['Russian', 'Почему небо голубое?', ['other']],
    ['emoji', '👩‍🚀🚀🌍', ['other']],
    [
      'prose with numbers',
      'In the year 2024 there were exactly 1,204 of them, and a year later a few more.',
      ['prose', 'numbers'],
    ],
    ['digits', '3.14159 2.71828 1.41421 1.73205', ['data', 'numbers']],
    ['base64', 'V2h5IGlzIHRoZSBza3kgYmx1ZT8gQmVjYXVzZSB0aGUgYWly', ['data', 'numbers']],
    ['base64 in Chinese', `${CHINESE}V2h5IGlzIHRoZSBza3kgYmx1ZT8g`, ['data', 'numbers', 'cjk']],
    ['white space', ' \n\t ', []],
    ['nothing', '', []],
  ])('%s', (_, text, contents) => {
    expect(contentsOf(text)).toEqual({ kinds: contents, runs: 0, oddRuns: 0 });
  });

  it('passes over a part smaller than a twentieth', () => {
    expect(contentsOf(`${PROSE.repeat(3)}天空`).kinds).toEqual(['prose']);
    expect(contentsOf(`${CHINESE.repeat(3)} so`).kinds).toEqual(['cjk']);
  });
});

describe('runs in a text', () => {
  it.each([
    ['spaces', ' '.repeat(3000), { kinds: [], runs: 1, oddRuns: 0 }],
    ['two characters in turn', '\r\n'.repeat(100), { kinds: [], runs: 1, oddRuns: 0 }],
    [
      'dashes in prose',
      `${'so on. '.repeat(5)}\n${'-'.repeat(64)}`,
      { kinds: ['prose'], runs: 0.64, oddRuns: 0 },
    ],
    [
      'wide spaces in Chinese',
      `${'天空'.repeat(2)}${'\u3000'.repeat(16)}`,
      { kinds: ['cjk'], runs: 0, oddRuns: 0.8 },
    ],
    ['one emoji', '👍'.repeat(8), { kinds: [], runs: 0, oddRuns: 1 }],
    ['what is too short for one', '-'.repeat(15), { kinds: [], runs: 0, oddRuns: 0 }],
  ])('%s', (_, text, contents) => {
    expect(contentsOf(text)).toEqual(contents);
  });
});

describe('the factors for a text', () => {
  const band = {
    low: 0.5,
    likely: 0.9,
    high: 2,
    prose: { low: 0.95, high: 1.1 },
    code: { low: 1.1, likely: 1.2, high: 1.3 },
  };

  it('are those of its content', () => {
    expect(factorsFor(band, PROSE)).toEqual({ low: 0.95, likely: 1, high: 1.1 });
    expect(factorsFor(band, CODE)).toEqual({ low: 1.1, likely: 1.2, high: 1.3 });
  });

  it('are the union where it has several, likely halfway', () => {
    expect(factorsFor(band, PROSE.repeat(2) + CODE)).toEqual({ low: 0.95, likely: 1.1, high: 1.3 });
  });

  it('are those of any text where the content was not measured or is none', () => {
    for (const text of [CHINESE, 'Почему?', '3.14159 2.71828', '']) {
      expect(factorsFor(band, text)).toEqual({ low: 0.5, likely: 0.9, high: 2 });
    }
  });

  it('weigh runs by the part that they are', () => {
    const mixed = `${'so on. '.repeat(5)}\n${'-'.repeat(64)}`; // 36 units of prose, 64 of dashes
    const factors = factorsFor({ ...band, high: 9, runs: { low: 0.5, likely: 2, high: 8 } }, mixed);
    expect(factors.low).toBeCloseTo(0.36 * 0.95 + 0.64 * 0.5);
    expect(factors.likely).toBeCloseTo(0.36 * 1 + 0.64 * 2);
    expect(factors.high).toBeCloseTo(0.36 * 1.1 + 0.64 * 8);
    // Other than ASCII: as any text.
    expect(factorsFor({ ...band, runs: { low: 1, high: 1 } }, '\u3000'.repeat(99))).toEqual({
      low: 0.5,
      likely: 0.9,
      high: 2,
    });
  });

  it('are 1 of what is exact', () => {
    expect(factorsFor(undefined, PROSE)).toEqual({ low: 1, likely: 1, high: 1 });
  });

  it('are in order for every text', () => {
    const unit = fc.constantFrom('a', 'é', ' ', '{', '7', '天', 'П', '👩', '\n');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const { low, likely, high } = factorsFor(band, text);
        expect(low <= likely && likely <= high).toBe(true);
      }),
    );
  });
});
