import type { Estimate, Estimator } from '../estimate/index.js';
import type { PromptCommand } from './arguments.js';
import { comparisonLines } from './comparison-text.js';
import { footnotes } from './footnotes.js';
import type { Io } from './io.js';
import { legendLines } from './legend-lines.js';
import { paintFor } from './paint.js';
import { printable, safeJson } from './printable.js';
import { promptLines } from './prompt-lines.js';
import type { Prompt } from './read-prompts.js';
import { counted } from './thousands.js';

interface Answer {
  readonly prompt: Prompt;
  readonly estimates: readonly Estimate[];
}

/**
 * Prices each prompt on each model and prints one table a prompt, or one JSON document for all.
 *
 * @param prompts - What to price.
 * @param command - On which models, when, with how long an answer.
 * @param estimator - Counts and prices.
 * @param io - The outside world.
 *
 * @returns The exit code: 1 when a chosen model has no price, or no model has one.
 */
export async function compare(
  prompts: readonly Prompt[],
  command: PromptCommand,
  estimator: Estimator,
  io: Io,
): Promise<number> {
  const { models, at, provider, output } = command;
  const answers: Answer[] = [];
  for (const prompt of prompts) {
    const estimates = await estimator.compareCosts({ prompt: prompt.text, at, provider, output }, models);
    answers.push({ prompt, estimates });
  }
  if (command.json) {
    const found = answers.map(({ prompt: { source, file }, estimates }) => ({ source, file, estimates }));
    io.stdout.write(`${safeJson({ prompts: found })}\n`);
  } else {
    io.stdout.write(textOf(answers, command, io));
  }
  const isMissing = command.chosen ? 'some' : 'every';
  return answers.some(({ estimates }) => estimates[isMissing](({ priced }) => !priced)) ? 1 : 0;
}

function textOf(answers: readonly Answer[], { at, output }: PromptCommand, io: Io): string {
  const { columns } = io;
  const paint = paintFor(io);
  const notes = footnotes();
  const answered = output !== undefined;
  const facts = [
    ...(answered ? [`${counted(output, 'token')} of answer`] : []),
    `prices of ${at === undefined ? io.now().toISOString().slice(0, 10) : printable(at)}`,
  ];
  const tables = answers.flatMap(({ prompt, estimates }) => [
    ...promptLines(prompt, [counted(estimates[0]?.letters ?? 0, 'letter'), ...facts], columns, paint),
    '',
    ...comparisonLines(estimates, answered, columns, paint, notes),
    '',
  ]);
  const everyRow = answers.flatMap(({ estimates }) => estimates);
  const below = [...legendLines(everyRow, answered, columns, paint), ...notes.lines(columns, paint)];
  return [...tables, ...below].map((line) => `${line}\n`).join('');
}
