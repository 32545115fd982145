// What eight real prompts are in tokens, and what they cost, on the three systems of the story: DeepSeek R1, OpenAI o1 and Llama.
import { readdirSync, readFileSync } from 'node:fs';
import { countTokens, estimateCost } from '../dist/index.js';

const MODELS = ['deepseek-r1', 'o1', 'llama-3.3-70b'];
const OUTPUT = 500;
const STORY = '2025-01-27';
const folder = new URL('../fixtures/prompts/', import.meta.url);
const prompts = readdirSync(folder).map((file) => ({
  name: file.replace(/\..*/, ''),
  text: readFileSync(new URL(file, folder), 'utf8'),
}));

const bold = (text) => (process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[1m${text}\u001b[22m` : text);
const table = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  console.log([bold(line(rows[0])), ...rows.slice(1).map(line)].join('\n'));
};
const dollars = (estimate) => (estimate.priced ? `$${Number(estimate.cost.likely).toFixed(5)}` : '–');

console.log(`\n${bold('Tokens, and letters a token')}: each prompt counted with the model's own tokenizer\n`);
const rates = [];
const counts = [['prompt', 'letters', ...MODELS.flatMap((model) => [model, '/token'])]];
for (const { name, text } of prompts) {
  const counted = await Promise.all(MODELS.map((model) => countTokens(text, model)));
  rates.push({ name, rate: counted[1].lettersPerToken });
  const cells = counted.flatMap(({ tokens, lettersPerToken }) => [String(tokens), lettersPerToken.toFixed(2)]);
  counts.push([name, String(counted[0].letters), ...cells]);
}
table(counts);

const today = new Date().toISOString().slice(0, 10);
console.log(`\n${bold(`Cost with ${OUTPUT} tokens of answer`)}, in US dollars\n`);
const columns = [STORY, today].flatMap((at) => MODELS.map((model) => ({ at, model })));
const short = { 'deepseek-r1': 'R1', o1: 'o1', 'llama-3.3-70b': 'Llama' };
const costs = [['prompt', ...columns.map(({ at, model }) => `${short[model]} ${at === STORY ? at : 'today'}`)]];
const notes = new Set();
for (const { name, text } of prompts) {
  const row = [name];
  for (const { at, model } of columns) {
    const estimate = await estimateCost({ model, prompt: text, output: OUTPUT, at: at === STORY ? at : undefined });
    row.push(dollars(estimate));
    if (!estimate.priced) notes.add(estimate.price.message);
    for (const { code, message } of estimate.warnings) {
      if (code === 'deprecated' || code === 'host-assumed') notes.add(message);
    }
  }
  costs.push(row);
}
table(costs);
console.log();
for (const note of notes) console.log(`· ${note}`);

const sorted = rates.sort((a, b) => a.rate - b.rate);
const [least, most] = [sorted[0], sorted.at(-1)];
console.log(
  `\n"A token is typically a couple of letters": on o1, from ${least.rate.toFixed(2)} (${least.name}) to ${most.rate.toFixed(2)} (${most.name}).\n`,
);
