import { readFileSync, writeFileSync } from 'node:fs';
import { JUDGED } from './encodings.js';

const VERDICTS = new URL('verdicts.json', import.meta.url);
const PAGE = new URL('../docs/conformance.md', import.meta.url);
const BEGIN = '<!-- verdicts -->';
const END = '<!-- end of verdicts -->';

/** The latest verdict on one encoding. */
export interface Recorded {
  readonly encoding: string;
  readonly reference: string;
  readonly seed: number;
  readonly strings: number;
  readonly tokens: number;
  readonly differences: number;
}

/** Puts a verdict in the place of the last one on the same encoding, and writes the page's table anew. */
export function record({ encoding, reference, seed, strings, tokens, differences }: Recorded): void {
  const date = new Date().toISOString().slice(0, 10);
  const verdicts = {
    ...(JSON.parse(readFileSync(VERDICTS, 'utf8')) as Record<string, object>),
    [encoding]: { reference, strings, seed, tokens, differences, date },
  };
  writeFileSync(VERDICTS, `${JSON.stringify(verdicts, null, 2)}\n`);
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  writeFileSync(PAGE, `${page.slice(0, before)}\n\n${table()}\n\n${page.slice(after)}`);
}

/** The verdicts as a table, in the order of the encodings. */
export function table(): string {
  const verdicts = JSON.parse(readFileSync(VERDICTS, 'utf8')) as Record<
    string,
    Omit<Recorded, 'encoding'> & { date: string }
  >;
  const rows = JUDGED.flatMap((encoding) => {
    const found = verdicts[encoding];
    if (!found) return [];
    const numbers = [found.strings, found.tokens, found.differences].map((each) => each.toLocaleString('en'));
    return [
      `| ${[`\`${encoding}\``, found.reference, numbers[0], found.seed, numbers[1], numbers[2], found.date].join(' | ')} |`,
    ];
  });
  return [
    '| encoding | reference | strings | seed | tokens | differences | date |',
    '|---|---|---:|---:|---:|---:|---|',
    ...rows,
  ].join('\n');
}
