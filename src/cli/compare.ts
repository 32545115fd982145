import type { Estimator } from '../estimate/index.js';
import type { PromptCommand } from './arguments.js';
import { comparisonLines } from './comparison-text.js';
import type { Io } from './io.js';
import { paintFor } from './paint.js';
import { printable, safeJson } from './printable.js';
import { promptLines } from './prompt-lines.js';
import type { Prompt } from './read-prompts.js';
import { thousands } from './thousands.js';

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
  const answers = [];
  for (const prompt of prompts) {
    const estimates = await estimator.compareCosts({ prompt: prompt.text, at, provider, output }, models);
    answers.push({ prompt, estimates });
  }
  if (command.json) {
    const found = answers.map(({ prompt: { source, file }, estimates }) => ({ source, file, estimates }));
    io.stdout.write(`${safeJson({ prompts: found })}\n`);
  } else {
    const paint = paintFor(io);
    const facts = [
      ...(output === undefined ? [] : [`${thousands(output)} tokens of answer`]),
      at === undefined ? `prices of ${io.now().toISOString().slice(0, 10)}` : `prices of ${printable(at)}`,
    ];
    const texts = answers.map(({ prompt, estimates }) => {
      const letters = `${thousands(estimates[0]?.letters ?? 0)} letters`;
      return [
        ...promptLines(prompt, [letters, ...facts], io.columns, paint),
        '',
        ...comparisonLines(estimates, output !== undefined, io.columns, paint),
        '',
      ].join('\n');
    });
    io.stdout.write(texts.join('\n'));
  }
  const isMissing = command.chosen ? 'some' : 'every';
  return answers.some(({ estimates }) => estimates[isMissing](({ priced }) => !priced)) ? 1 : 0;
}
