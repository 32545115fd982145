// A fresh process: loads a library, then counts a hundred small prompts; prints the milliseconds of processor time of these.
import { smallPrompts } from '../corpora/generated.js';
import { languageText } from '../corpora/languages.js';
import { prose, typescriptCode } from '../corpora/latin.js';
import { flat } from '../corpora/seeded.js';
import { type Folders, libraries } from '../peers/index.js';
import { cpuTime } from './cpu-time.js';
import { settleGarbage } from './garbage.js';

const request = JSON.parse(process.argv[2]!) as {
  readonly library: string;
  readonly encoding: string;
} & Folders;
const packages = `${request.cache}/node_modules`;
const sources = [
  prose(packages),
  typescriptCode(packages),
  languageText('chinese', packages, 50_000),
  languageText('cyrillic', packages, 50_000),
];
const prompts = smallPrompts(sources, 100).map(flat);
const library = libraries.find(({ name }) => name === request.library);
const count = await library?.load(request.encoding, request);
if (count === undefined) throw new Error(`${request.library} has no ${request.encoding}.`);
count('What will this prompt cost, before I send it?'); // loading ends with the first count
settleGarbage();
const start = cpuTime();
for (const prompt of prompts) count(prompt);
console.log(JSON.stringify(cpuTime() - start));
