import type { Loads } from '../measure/load.js';
import type { Goal } from './goal.js';
import { megabytes } from './goals.js';
import { markdownTable } from './markdown-table.js';
import type { Results } from './results.js';
import { times } from './times.js';

/** Each goal, what was measured, and whether it was held. */
export function goalTable(goals: readonly Goal[]): string {
  return markdownTable(
    ['goal', 'measured', ''],
    goals.map(({ goal, measured, held }) => [goal, measured, held ? 'held' : '**missed**']),
  );
}

/** Our time per byte on each hostile text, in nanoseconds and in times that of prose. */
export function adversarialTable(adversarial: Results['adversarial']): string {
  const encodings = Object.entries(adversarial);
  const texts = Object.keys(encodings[0]![1].texts);
  const rows = texts.map((text) => [
    text,
    ...encodings.map(([, { prose, texts: measured }]) => {
      const { warm, first } = measured[text]!;
      return `${warm.toFixed(0)} ns, ${times(warm / prose)} × / ${times(first / prose)} ×`;
    }),
  ]);
  const proseRow = ['prose', ...encodings.map(([, { prose }]) => `${prose.toFixed(0)} ns`)];
  return markdownTable(['text, per byte', ...encodings.map(([encoding]) => encoding)], [proseRow, ...rows]);
}

/** What each library takes in a fresh process until its first count. */
export function loadTable(loads: Loads): string {
  return markdownTable(
    ['library', 'clock', 'processor', 'memory added (RSS)', 'heap', 'buffers'],
    Object.entries(loads).map(([name, load]) => [
      name,
      `${load.wall.toFixed(0)} ms`,
      `${load.cpu.toFixed(0)} ms`,
      megabytes(load.rss),
      megabytes(load.heap),
      megabytes(load.buffers),
    ]),
  );
}

/** What each library takes for its first hundred prompts, on each encoding. */
export function promptTable(prompts: Results['prompts']): string {
  const encodings = Object.keys(prompts);
  const names = Object.keys(prompts[encodings[0]!] ?? {});
  return markdownTable(
    ['library', ...encodings],
    names.map((name) => [name, ...encodings.map((encoding) => `${prompts[encoding]![name]!.toFixed(1)} ms`)]),
  );
}
