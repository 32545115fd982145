import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEncoding } from '../../src/encodings/index.js';
import { lighterTexts } from '../../src/plan/index.js';
import { minifiedJson } from '../../src/plan/minified-json.js';

describe('lighterTexts', () => {
  it('minifies JSON without touching its strings and digits', async () => {
    const json = JSON.stringify({ id: 1, name: 'a  b', list: [1, 2, { x: '\\"  ' }] }, null, 4).replace(
      '1,',
      '1.50000000000000000001,',
    );
    expect(minifiedJson(json)).toBe(
      '{"id":1.50000000000000000001,"name":"a  b","list":[1,2,{"x":"\\\\\\"  "}]}',
    );
    const [best] = await lighterTexts(json, 'o1');
    const encoding = await loadEncoding('o200k_base');
    expect(best).toMatchObject({
      text: minifiedJson(json),
      saved: encoding.count(json) - encoding.count(minifiedJson(json)!),
    });
    expect(minifiedJson('{"a": 1')).toBeUndefined();
  });

  it('offers only what saves tokens', async () => {
    expect(await lighterTexts('Why is the sky blue?', 'o1')).toEqual([]);
    const lines = await lighterTexts('a   \nb   \n\n\n\n\nc\n\n\n', 'o1');
    expect(lines.length).toBeGreaterThan(0);
    for (const { saved, tokens } of lines) expect(saved > 0 && tokens > 0).toBe(true);
  });

  it('keeps one empty line of several, and the ends of words', async () => {
    const texts = await lighterTexts('a  b   \n \n\t\n\r\n\nc\n\n\n', 'o1');
    const of = (what: string): string | undefined => texts.find((each) => each.what.startsWith(what))?.text;
    expect(of('At most one')).toBe('a  b   \n \nc\n');
    expect(of('No white space at the ends')).toBe('a  b\n\n\n\n\nc\n\n\n');
    expect(of('All of these')).toBe('a  b\n\nc');
  });

  it('reads a text once, whatever it is', async () => {
    const million = 1_000_000;
    const spaces = `a${' '.repeat(million)}`;
    expect((await lighterTexts(`${spaces}x`, 'o1')).length).toBe(0);
    expect((await lighterTexts(spaces, 'o1'))[0]).toMatchObject({ text: 'a', tokens: 1 });
    expect((await lighterTexts('\n'.repeat(million), 'o1')).at(-1)?.text.length).toBeLessThan(2);
    const backslashes = '\\'.repeat(2 * million);
    for (const inside of ['b'.repeat(million), '\\"'.repeat(million), backslashes, '{ '.repeat(million)]) {
      expect(minifiedJson(`{ "a": "${inside}" }`)).toBe(`{"a":"${inside}"}`);
    }
  });

  it('writes JSON as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
        fc.pre(typeof value === 'object' && value !== null);
        expect(minifiedJson(JSON.stringify(value, null, indent))).toBe(JSON.stringify(value));
      }),
      { numRuns: 500 },
    );
  });
});
