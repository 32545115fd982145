/**
 * Holds every bundled encoding and every pack against the reference implementation of its tokenizer, on strings made to break it.
 *
 * `npx tsx conformance/run.ts [--encoding o200k_base] [--strings 100000] [--seed 1] [--slice] [--exhaustive] [--record]`: 100,000 strings for each encoding,
 * or a slice of 1,500; `--exhaustive` adds every character and every token; `--record` publishes the
 * verdicts in `docs/conformance.md`. Exit code 1 where anything differs. The references (about 130 MB)
 * are installed with npm into `~/.cache/promptcost`, or `PROMPTCOST_CACHE`, the first time.
 */
import { JUDGED, judgedEncoding } from './encodings.js';
import { judge, type Verdict } from './judge/judge.js';
import { optionsOf } from './options.js';
import { record } from './record.js';
import { referenceFor } from './references/index.js';
import { assignedRanges, everyCharacter, everyToken, hostileStrings } from './strings/index.js';
import { wordsOf } from './strings/words-of.js';

const options = optionsOf(process.argv.slice(2));
const names = options.encoding === undefined ? JUDGED : [options.encoding];
const assigned = await assignedRanges();
const row = (cells: readonly string[]): string =>
  cells.map((cell, index) => (index < 2 ? cell.padEnd(20) : cell.padStart(14))).join('');

console.log(row(['encoding', 'reference', 'strings', 'characters', 'tokens', 'differences', 'seconds']));
const verdicts: Verdict[] = [];
for (const name of names) {
  const begin = performance.now();
  const reference = referenceFor(name);
  const ingredients = { assigned, ...wordsOf(name) };
  const verdict = await judge(await judgedEncoding(name), reference, stringsFor(ingredients));
  verdicts.push(verdict);
  const { strings, characters, tokens, differences } = verdict;
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const numbers = [strings, characters, tokens, differences].map((number) => number.toLocaleString('en'));
  console.log(row([name, reference.name, ...numbers, seconds]));
  for (const line of verdict.shown) console.log(`  ${line}`);
  if (options.isRecorded)
    record({ encoding: name, reference: reference.name, seed: options.seed, ...verdict });
}
if (verdicts.some(({ differences }) => differences > 0)) process.exitCode = 1;

function* stringsFor(ingredients: Parameters<typeof hostileStrings>[2]): ReturnType<typeof hostileStrings> {
  yield* hostileStrings(options.strings, options.seed, ingredients);
  if (!options.isExhaustive) return;
  yield* everyCharacter(ingredients);
  yield* everyToken(ingredients);
}
