import type { Family } from '../measure/typical-family.js';
import type { Goal } from './goal.js';
import { markdownTable } from './markdown-table.js';
import type { Results } from './results.js';

const MOST_PER_BYTE = 1_000; // nanoseconds
const MOST_GROWTH = 5;
const LONGEST = 4_000_000; // bytes; a family that was not counted at this length has missed its goal

/** One goal an encoding for time and one for growth, each by its worst family. */
export function familyGoals(families: Results['families']): Goal[] {
  return Object.entries(families).flatMap(([encoding, measured]) => {
    const worstBy = (of: (family: Family) => number): [name: string, value: number] =>
      Object.entries(measured)
        .map(([name, family]): [string, number] => [name, of(family)])
        .reduce((worst, each) => (each[1] > worst[1] ? each : worst));
    const [slowest, perByte] = worstBy((family) => family.perByte);
    const [steepest, growth] = worstBy((family) => family.growth);
    const whole = Object.values(measured).every(({ bytes }) => bytes >= LONGEST);
    return [
      {
        goal: `${encoding}, 4 MB of any family of hostile text: ≤ 1 µs a byte`,
        measured: `${perByte.toFixed(0)} ns (${slowest})${whole ? '' : ', not all of it counted'}`,
        held: whole && perByte <= MOST_PER_BYTE,
      },
      {
        goal: `${encoding}, four times the hostile text: ≤ 5 × the time`,
        measured: `${growth.toFixed(1)} × (${steepest})`,
        held: whole && growth <= MOST_GROWTH,
      },
    ];
  });
}

/** The time a byte, in nanoseconds, and the worst growth of each family on each encoding. */
export function familyTable(families: Results['families']): string {
  const encodings = Object.keys(families);
  const names = Object.keys(families[encodings[0]!] ?? {});
  const cell = ({ bytes, perByte, growth }: Family): string =>
    `${perByte.toFixed(0)} · ${growth.toFixed(1)}${bytes < LONGEST ? ' **cut short**' : ''}`;
  return markdownTable(
    ['ns a byte · growth', ...encodings],
    names.map((name) => [name, ...encodings.map((encoding) => cell(families[encoding]![name]!))]),
  );
}
