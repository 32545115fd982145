import { cpus, loadavg } from 'node:os';
import type { Pins } from '../cache.js';
import { familyTable } from './family-table.js';
import { goalsOf } from './goals.js';
import { disagreements } from './ratios.js';
import type { Results } from './results.js';
import { adversarialTable, goalTable, loadTable, promptTable } from './tables.js';
import { throughputTable } from './throughput-table.js';

/** The part of `bench/README.md` that a run writes: where it ran, the goals, and every table. */
export function reportOf(results: Results, pins: Pins): string {
  const versions = Object.entries({ ...pins.peers, ...pins.vocabularies }).map(
    ([name, version]) => `${name} ${version}`,
  );
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run build && npm run bench\`: Node ${process.versions.node}, ${machine()}.`,
    `Versions: ${versions.join(', ')}.`,
    ...partsOf(results),
  ].join('\n\n');
}

/** The goals and tables of whatever was measured. */
export function partsOf(results: Results): string[] {
  return [
    ['## Goals', goalTable(goalsOf(results))],
    counting(results.throughput),
    hostile(results),
    loading(results),
  ].flat();
}

function counting(throughput: Results['throughput']): string[] {
  const measured = Object.entries(throughput);
  if (measured.length === 0) return [];
  const differing = measured.flatMap(([encoding, each]) => disagreements(encoding, each));
  return [
    '## Counting',
    'Their time ÷ ours: warm / first pass. Above 1 we are faster.',
    ...measured.flatMap(([encoding, each]) => [`### ${encoding}`, throughputTable(each)]),
    ...(differing.length === 0
      ? ['On every corpus all libraries count the same number of tokens.']
      : ['Counts differ in:', differing.map((line) => `- ${line}`).join('\n')]),
  ];
}

function hostile({ adversarial, families }: Results): string[] {
  const parts: string[] = [];
  if (Object.keys(adversarial).length > 0) {
    parts.push(
      '## Hostile text',
      'Our time per byte: warm, and in times that of prose, warm / first call. Most peers need more than a minute for an unbroken run, or trap, and are left out.',
      adversarialTable(adversarial),
    );
  }
  if (Object.keys(families).length > 0) {
    parts.push(
      '## Families of hostile text',
      'Our nanoseconds of processor time a byte on 4 MB of each, the first time it is counted, and what four times the text takes in times the time: the worse of the steps from 256 KB over 1 MB to 4 MB. Each time is the median of three fresh processes, each of which counts each text once.',
      familyTable(families),
    );
  }
  return parts;
}

function loading({ loads, prompts }: Results): string[] {
  const parts: string[] = [];
  if (Object.keys(loads).length > 0) {
    parts.push(
      '## Loading',
      'A fresh process, from before the import to after the first count. Heap and buffers after a full garbage collection.',
      ...Object.entries(loads).flatMap(([encoding, each]) => [`### ${encoding}`, loadTable(each)]),
    );
  }
  if (Object.keys(prompts).length > 0) {
    parts.push(
      '## The first hundred prompts',
      'Processor time of a hundred prompts of 100 to 2,000 units in a fresh process that has just loaded: the code has not run hot.',
      promptTable(prompts),
    );
  }
  return parts;
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
