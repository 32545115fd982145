import { describe, expect, test } from 'vitest';
import { commandOf } from '../../src/cli/arguments.js';
import { run } from './run.js';

describe('the arguments', () => {
  test('without models are about the three of the story, and a caller chooses others', () => {
    expect(commandOf(['hi'])).toMatchObject({
      models: ['deepseek-r1', 'o1', 'llama-3.3-70b'],
      chosen: false,
    });
    expect(commandOf(['hi', '-m', 'a, b,,a', '-m', 'c'])).toMatchObject({
      models: ['a', 'b', 'c'],
      chosen: true,
    });
    expect(commandOf(['tokens', 'hi'])).toMatchObject({
      name: 'tokens',
      text: 'hi',
      models: ['deepseek-r1'],
    });
  });

  test.each([
    [['why', 'is', 'it'], 'compare', 'why is it'],
    [['--', 'tokens'], 'compare', 'tokens'],
    [['--', 'models'], 'compare', 'models'],
    [['--', '-5 degrees'], 'compare', '-5 degrees'],
    [['--', 'models', 'of', 'cost'], 'compare', 'models of cost'],
    [['models of cost'], 'compare', 'models of cost'],
    [['tokens', '--', 'tokens'], 'tokens', 'tokens'],
    [['-'], 'compare', '-'],
    [['-m', 'o1'], 'compare', undefined],
  ])('%j is %s of %j', (argv, name, text) => {
    expect(commandOf(argv)).toMatchObject({ name, text });
  });

  test.each([
    ['500', 500],
    ['1_000_000', 1_000_000],
    ['1,000', 1000],
    ['0', 0],
  ])('--output %s is %i tokens', (given, output) => {
    expect(commandOf(['hi', '--output', given])).toMatchObject({ output });
  });

  test('that cannot be meant are refused with the way out', async () => {
    const refused = [];
    for (const argv of [
      ['hi', '--outptu', '5'],
      ['-5 degrees'],
      ['--why is the sky', 'blue'],
      ['hi', '--history'],
      ['price', 'o1', 'o3'],
      ['hi', '--output'],
      ['hi', '--output', '-1'],
      ['hi', '--output', '1.5'],
      ['hi', '--output', '1e3'],
      ['hi', '--output', '99999999999999999999'],
      ['hi', '-m', ','],
      ['hi', '--json=yes'],
      ['hi', '-f', 'file'],
      ['tokens', 'hi', '--at', '2025-01-27'],
      ['hi', '--at', 'soon'],
    ]) {
      const { code, out, err } = await run(argv);
      expect([code, out]).toEqual([2, '']);
      refused.push(err.trimEnd());
    }
    expect(refused.join('\n')).toMatchInlineSnapshot(`
      "promptcost: a comparison takes no --outptu; it has --model, --file, --output, --at, --provider, --json; a text that starts with - goes after --, the options before it (promptcost --help)
      promptcost: a comparison takes no -5; it has --model, --file, --output, --at, --provider, --json; a text that starts with - goes after --, the options before it (promptcost --help)
      promptcost: a comparison takes no --why; it has --model, --file, --output, --at, --provider, --json; a text that starts with - goes after --, the options before it (promptcost --help)
      promptcost: a comparison takes no --history; it has --model, --file, --output, --at, --provider, --json; --history belongs to promptcost price (promptcost --help)
      promptcost: price takes one model; a text that begins with "price" goes after -- (promptcost --help)
      promptcost: --output needs a value; one that starts with - is written --output=value (promptcost --help)
      promptcost: --output needs a value; one that starts with - is written --output=value (promptcost --help)
      promptcost: --output is a whole number of tokens, such as 500, not "1.5" (promptcost --help)
      promptcost: --output is a whole number of tokens, such as 500, not "1e3" (promptcost --help)
      promptcost: --output is a whole number of tokens, such as 500, not "99999999999999999999" (promptcost --help)
      promptcost: -m names no model; write -m deepseek-r1,o1 (promptcost --help)
      promptcost: --json takes no value (promptcost --help)
      promptcost: give a text or files, not both: -f reads each file as one prompt (promptcost --help)
      promptcost: tokens takes no --at; it has --model, --file, --json (promptcost --help)
      promptcost: "soon" is not an instant. Write a date such as "2025-06-01" or a time with its zone such as "2025-06-01T20:00Z"."
    `);
  });
});
