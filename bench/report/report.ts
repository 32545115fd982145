import { cpus, loadavg } from 'node:os';
import type { Pins } from '../cache.js';
import { goalsOf } from './goals.js';
import { disagreements } from './ratios.js';
import type { Results } from './results.js';
import { adversarialTable, goalTable, loadTable } from './tables.js';
import { throughputTable } from './throughput-table.js';

/** The part of `bench/README.md` that a run writes: where it ran, the goals, and every table. */
export function reportOf(results: Results, pins: Pins): string {
  const versions = Object.entries({ ...pins.peers, ...pins.vocabularies }).map(
    ([name, version]) => `${name} ${version}`,
  );
  const differing = Object.entries(results.throughput).flatMap(([encoding, throughput]) =>
    disagreements(encoding, throughput),
  );
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run build && npm run bench\`: Node ${process.versions.node}, ${machine()}.`,
    `Versions: ${versions.join(', ')}.`,
    '## Goals',
    goalTable(goalsOf(results)),
    '## Counting',
    'Their time ÷ ours: warm / first pass. Above 1 we are faster.',
    ...Object.entries(results.throughput).flatMap(([encoding, throughput]) => [
      `### ${encoding}`,
      throughputTable(throughput),
    ]),
    ...(differing.length === 0
      ? ['On every corpus all libraries count the same number of tokens.']
      : ['Counts differ in:', differing.map((line) => `- ${line}`).join('\n')]),
    '## Hostile text',
    'Our time per byte: warm, and in times that of prose, warm / first call. Most peers need more than a minute for an unbroken run, or trap, and are left out.',
    adversarialTable(results.adversarial),
    '## Loading',
    'A fresh process, from before the import to after the first count. Heap and buffers after a full garbage collection.',
    ...Object.entries(results.loads).flatMap(([encoding, loads]) => [`### ${encoding}`, loadTable(loads)]),
  ].join('\n\n');
}

function machine(): string {
  const cores = cpus();
  const busy = loadavg()[1]!.toFixed(1);
  return `${cores.length} × ${cores[0]!.model.trim()}, load average ${busy} while it ran`;
}

/** Puts the report between the markers of the README's text. */
export function withReport(readme: string, report: string): string {
  const [before, rest] = split(readme, '<!-- results -->\n');
  const [, after] = split(rest, '<!-- /results -->');
  return `${before}<!-- results -->\n\n${report}\n\n<!-- /results -->${after}`;
}

function split(text: string, marker: string): [string, string] {
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`bench/README.md has no ${marker.trim()} marker to write the results after.`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}
