import type { Estimator, TokenCount } from '../estimate/index.js';
import type { Token } from '../tokenize/index.js';
import type { PromptCommand } from './arguments.js';
import type { Io } from './io.js';
import { type Paint, paintFor } from './paint.js';
import { pieces } from './pieces.js';
import { printable, safeJson } from './printable.js';
import { promptLines } from './prompt-lines.js';
import type { Prompt } from './read-prompts.js';
import { counted } from './thousands.js';
import { cutLines, hexOf, listLines } from './token-lines.js';
import { wrapped } from './wrapped.js';

const LINES_PER_WRITE = 1_000;

interface Cut {
  readonly prompt: Prompt;
  readonly model: string;
  readonly count: TokenCount;
  readonly tokens: readonly Token[];
}

/**
 * Shows each prompt cut into the tokens of each model, and what the tokens are.
 *
 * @param prompts - What to cut.
 * @param command - For which models.
 * @param estimator - Counts and cuts.
 * @param io - The outside world.
 *
 * @returns The exit code: a model without a tokenizer throws.
 */
export async function tokens(
  prompts: readonly Prompt[],
  { models, json }: PromptCommand,
  estimator: Estimator,
  io: Io,
): Promise<number> {
  const cuts: Cut[] = [];
  for (const prompt of prompts) {
    for (const model of models) {
      const count = await estimator.countTokens(prompt.text, model);
      const encoding = await estimator.encodingFor(model);
      cuts.push({ prompt, model, count, tokens: [...encoding.tokens(prompt.text)] });
    }
  }
  if (json) io.stdout.write(`${safeJson({ cuts: cuts.map(jsonOf) })}\n`);
  else write(cuts, io);
  return 0;
}

function jsonOf({ prompt: { source, file }, model, count, tokens }: Cut): object {
  const listed = tokens.map(({ id, bytes, text, start, end }) => ({
    id,
    bytes: hexOf(bytes, ''),
    text,
    start,
    end,
  }));
  return { source, file, model, count, tokens: listed };
}

function write(cuts: readonly Cut[], io: Io): void {
  const paint = paintFor(io);
  let lines: string[] = [];
  const flush = (): void => {
    io.stdout.write(lines.map((line) => `${line}\n`).join(''));
    lines = [];
  };
  for (const [at, cut] of cuts.entries()) {
    if (at > 0) lines.push('');
    for (const line of textOf(cut, io.columns, paint)) {
      if (lines.push(line) === LINES_PER_WRITE) flush();
    }
  }
  flush();
}

function* textOf({ prompt, model, count, tokens }: Cut, columns: number, paint: Paint): Generator<string> {
  const parts = pieces(prompt.text, tokens);
  const about = count.exactness === 'approximate' ? '≈' : '';
  const facts = [
    printable(model),
    printable(count.encoding),
    `${about}${counted(tokens.length, 'token')}`,
    counted(count.letters, 'letter'),
    ...(count.tokens > 0 ? [`${count.lettersPerToken.toFixed(2)} letters a token`] : []),
  ];
  yield* promptLines(prompt, facts, columns, paint);
  yield '';
  yield* cutLines(parts, paint);
  yield '';
  yield* listLines(parts, paint);
  const split = parts.filter((part) => part.tokens.length > 1).length;
  const notes = [
    ...(split > 0
      ? [
          `${split === 1 ? 'A piece above holds' : `${split} pieces above hold`} several tokens: they share a character.`,
        ]
      : []),
    ...(about ? [`≈ ${printable(count.basis)}`] : []),
  ];
  if (notes.length > 0) yield '';
  for (const note of notes) yield* wrapped(note, columns, 2).map(paint.dim);
}
