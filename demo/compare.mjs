// What eight real prompts cost on the three systems of the story, the day it broke and today: the second half of `npm run demo`.
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { countTokens, estimateCost } from '../dist/index.js';

const PROMPTS = {
  English: 'english.txt',
  code: 'code.ts.txt',
  JSON: 'data.json',
  Chinese: 'chinese.txt',
  Japanese: 'japanese.txt',
  Arabic: 'arabic.txt',
  Hindi: 'hindi.txt',
  emoji: 'emoji.txt',
};
const MODELS = { R1: 'deepseek-r1', o1: 'o1', Llama: 'llama-3.3-70b' };
const NAMES = { R1: 'DeepSeek R1', o1: 'OpenAI o1', Llama: 'Llama 3.3 70B' };
const ANSWER = 500;
const STORY = '2025-01-27';

const coloured = process.env.FORCE_COLOR
  ? process.env.FORCE_COLOR !== '0'
  : process.stdout.isTTY && !process.env.NO_COLOR;
const bold = (text) => (coloured ? `\x1b[1m${text}\x1b[22m` : text);
const dim = (text) => (coloured ? `\x1b[2m${text}\x1b[22m` : text);
const say = (...lines) => console.log(lines.join('\n'));
const digits = (number) => number.toLocaleString('en-US');
const dollars = (estimate) => (estimate.priced ? `$${estimate.usd.toFixed(6)}` : estimate.price.reason);
const times = (a, b) => `×${(a.usd / b.usd).toFixed(1)}`;
// cells: [text, width]; a negative width aligns to the left
const row = (...cells) =>
  cells
    .map(([text, width]) => (width < 0 ? text.padEnd(-width) : text.padStart(width)))
    .join('')
    .trimEnd();

const texts = {};
for (const [name, file] of Object.entries(PROMPTS)) {
  texts[name] = await readFile(new URL(`../fixtures/prompts/${file}`, import.meta.url), 'utf8');
}

const measured = [];
say('', bold('How many letters are in a token?'), '');
say(dim(row(['', -19], ...Object.values(NAMES).map((name) => [name, 20]))));
say(
  dim(
    row(
      ['prompt', -10],
      ['letters', 9],
      ...Object.keys(MODELS).flatMap(() => [
        ['tokens', 11],
        ['/token', 9],
      ]),
    ),
  ),
);
for (const [name, prompt] of Object.entries(texts)) {
  const cells = [];
  let letters = 0;
  for (const [key, model] of Object.entries(MODELS)) {
    const count = await countTokens(prompt, model);
    letters = count.letters;
    measured.push({ name, key, perToken: count.lettersPerToken });
    cells.push([digits(count.tokens), 11], [count.lettersPerToken.toFixed(2), 9]);
  }
  say(row([name, -10], [digits(letters), 9], ...cells));
}

const now = new Date();
const today = now.toISOString().slice(0, 10);
const priced = {};
const price = async (prompt, at) => {
  const found = {};
  for (const [key, model] of Object.entries(MODELS)) {
    found[key] = await estimateCost({ model, prompt, output: ANSWER, at });
  }
  return found;
};
say('', bold(`What does it cost, with an answer of ${ANSWER} tokens?`), '');
say(dim(row(['', -10], [STORY, 11], ['', 28], [today, 13])));
say(
  dim(
    row(
      ['prompt', -10],
      ['R1', 11],
      ['o1', 11],
      ['Llama', 11],
      ['o1/R1', 7],
      ['R1', 10],
      ['o1', 11],
      ['Llama', 11],
    ),
  ),
);
for (const [name, prompt] of Object.entries(texts)) {
  const then = await price(prompt, STORY);
  priced[name] = { then, today: await price(prompt, now) };
  const current = priced[name].today;
  say(
    row(
      [name, -10],
      [dollars(then.R1), 11],
      [dollars(then.o1), 11],
      [dollars(then.Llama), 11],
      [times(then.o1, then.R1), 7],
      [dollars(current.R1), 10],
      [dollars(current.o1), 11],
      [dollars(current.Llama), 11],
    ),
  );
}

const { then, today: current } = priced.English;
const rates = ({ price: { rates } }) => `$${rates.input} in, $${rates.output} out`;
const list = (names) => names.join(', ');
say('', dim('per million tokens'));
for (const [key, name] of Object.entries(NAMES)) {
  const before = then[key];
  const after = current[key];
  const where = ` at ${before.provider}`;
  const unchanged = after.priced && rates(after) === rates(before);
  const since = !after.priced ? after.price.reason : unchanged ? 'the same today' : `today ${rates(after)}`;
  say(row([`  ${name}`, -17], [`${rates(before)}${where}; ${since}`, -1]));
  const ending = after.warnings.find(({ code }) => code === 'deprecated');
  if (ending) say(dim(`  ${' '.repeat(15)}${ending.message}`));
  if (!after.priced) {
    say(dim(`  ${' '.repeat(15)}successors ${list(after.price.successors)}`));
    if (after.price.hosts.length > 0) say(dim(`  ${' '.repeat(15)}still sold by ${list(after.price.hosts)}`));
  }
}

const sorted = measured.toSorted((a, b) => a.perToken - b.perToken);
const spread = ({ perToken, name, key }) => `${perToken.toFixed(2)} (${name}, ${key})`;
const english = measured.filter(({ name }) => name === 'English').map(({ perToken }) => perToken);
const mean = english.reduce((sum, each) => sum + each, 0) / english.length;
const ends = [sorted[0], sorted.at(-1)].map(spread).join(' to ');
say(
  '',
  bold('"A token is typically a couple of letters."'),
  `Measured with each model's own tokenizer: ${mean.toFixed(1)} letters in English;`,
  `from ${ends}.`,
  '',
);
