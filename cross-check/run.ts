import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { bundledPrices } from '../src/prices/index.js';
import { crossCheck } from './cross-check.js';
import { PAYLOADS } from './payloads.js';
import { report } from './report.js';

if (PAYLOADS === undefined) throw new Error('The published lists are not here; nothing was written.');
const { lists, judged } = crossCheck(PAYLOADS);
writeFileSync(
  'fixtures/cross-check.json',
  `[\n${judged.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`,
);
writeFileSync('docs/cross-check.md', report(lists, judged, bundledPrices.asOf));
const open = judged.filter(({ reason }) => reason === 'unjudged');
for (const each of open) console.log(`unjudged: ${JSON.stringify(each)}`);
console.log(`${judged.length} numbers differ, ${open.length} without a reason`);
process.exitCode = open.length > 0 ? 1 : 0;
