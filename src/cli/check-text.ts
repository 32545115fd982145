import type { CheckedPrices, Finding } from '../prices/import/index.js';
import { roomIn } from './labelled.js';
import type { Paint } from './paint.js';
import { printable } from './printable.js';
import { thousands } from './thousands.js';
import { wrapped } from './wrapped.js';

/** More refusals than anybody reads in a terminal. */
const MANY = 40;
const WORDS: Readonly<Record<Exclude<Finding['verdict'], 'refused'>, string>> = {
  noted: 'taken, and odd',
  'left-out': 'left out',
};

/**
 * What a check found: every refusal with its place and reason, and the rest counted.
 *
 * @param file - What was checked.
 * @param checked - What it is and what was found.
 * @param columns - The width of the terminal.
 * @param paint - The colours.
 *
 * @returns The text, with its line breaks.
 */
export function checkText(file: string, checked: CheckedPrices, columns: number, paint: Paint): string {
  const { form, offers, sellers, findings } = checked;
  const room = roomIn(columns);
  const refused = findings.filter(({ verdict }) => verdict === 'refused');
  const use =
    offers === 0
      ? 'nothing in it can be used'
      : `${counted(offers, 'offer')} of ${counted(sellers, 'seller')} can be used`;
  const verdict = refused.length === 0 ? paint.good('fine') : paint.bad(counted(refused.length, 'refusal'));
  const lines = [
    paint.bold(printable(file)),
    ...wrapped(`${form}: ${use}`, room, 2),
    ...refused.slice(0, MANY).flatMap((finding) => ['', ...refusalLines(finding, room, paint)]),
    ...(refused.length > MANY
      ? ['', `and ${thousands(refused.length - MANY)} more; --json has them all`]
      : []),
    ...(['noted', 'left-out'] as const).flatMap((kind) => countLines(kind, findings, room, paint)),
    '',
    verdict,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function refusalLines(
  { provider, model, path, code, message }: Finding,
  room: number,
  paint: Paint,
): string[] {
  const what = model === '' ? '' : model.startsWith(`${provider}/`) ? `${model}: ` : `${provider}/${model}: `;
  return [
    ...wrapped(printable(`${what}${message}`), room, 2),
    ...wrapped(printable(`at ${path || 'the whole'} (${code})`), room - 2, 2).map(
      (line) => `  ${paint.dim(line)}`,
    ),
  ];
}

function countLines(
  kind: Exclude<Finding['verdict'], 'refused'>,
  findings: readonly Finding[],
  room: number,
  paint: Paint,
): string[] {
  const counts = new Map<string, number>();
  for (const { verdict, code } of findings) {
    if (verdict === kind) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const parts = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${thousands(count)} ${code}`);
  return ['', ...wrapped(`${WORDS[kind]}: ${parts.join(', ')}`, room, 2).map(paint.dim)];
}

function counted(count: number, noun: string): string {
  return `${thousands(count)} ${noun}${count === 1 ? '' : 's'}`;
}
