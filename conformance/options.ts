import { parseArgs } from 'node:util';

/** What a run is asked to do. */
export interface Options {
  /** Only this encoding, or all. */
  readonly encoding: string | undefined;
  /** Hostile strings for each encoding. */
  readonly strings: number;
  readonly seed: number;
  /** Whether every character and every token come after them. */
  readonly isExhaustive: boolean;
  /** Whether the verdicts go into the published page. */
  readonly isRecorded: boolean;
}

const FULL = 100_000;
// Enough for each kind a hundred times and for three long texts; some seconds an encoding.
const SLICE = 1_500;

/** The options in a command line: `--encoding NAME --strings N --seed N --slice --exhaustive --record`. */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      encoding: { type: 'string' },
      strings: { type: 'string' },
      seed: { type: 'string', default: '1' },
      slice: { type: 'boolean', default: false },
      exhaustive: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
    },
  });
  return {
    encoding: values.encoding,
    strings: whole('strings', values.strings ?? String(values.slice ? SLICE : FULL)),
    seed: whole('seed', values.seed),
    isExhaustive: values.exhaustive,
    isRecorded: values.record,
  };
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} ${text} is no whole number.`);
  return number;
}
