import manifest from '../../package.json' with { type: 'json' };
import { PromptCostError } from '../errors/index.js';
import { createEstimator, type Estimator, type EstimatorOptions } from '../estimate/index.js';
import { add } from './add.js';
import { type Command, commandOf } from './arguments.js';
import { check } from './check-prices.js';
import { compare } from './compare.js';
import { compile } from './compile.js';
import { HELP } from './help.js';
import type { Io } from './io.js';
import { models } from './models.js';
import { nodeShelf } from './node-shelf.js';
import { price } from './price.js';
import { printable } from './printable.js';
import { readPrompts } from './read-prompts.js';
import { tokens } from './tokens.js';
import { usage } from './usage.js';
import { UsageError } from './usage-error.js';

const FAILED = 1;
const MISUSED = 2;

/**
 * The command `promptcost`, from its arguments to its exit code.
 *
 * @param argv - The arguments after the name of the command.
 * @param io - The outside world.
 * @param make - Makes what counts and prices.
 *
 * @returns 0 fine, 1 something could not be counted or priced, 2 the command was not understood.
 */
export async function main(
  argv: readonly string[],
  io: Io,
  make: (options: EstimatorOptions) => Estimator = createEstimator,
): Promise<number> {
  try {
    return await run(argv, io, make);
  } catch (error) {
    const misused = error instanceof UsageError || (error instanceof PromptCostError && isMisuse(error));
    const hint = error instanceof UsageError ? ' (promptcost --help)' : '';
    io.stderr.write(`promptcost: ${printable(messageOf(error))}${hint}\n`);
    return misused ? MISUSED : FAILED;
  }
}

async function run(
  argv: readonly string[],
  io: Io,
  make: (options: EstimatorOptions) => Estimator,
): Promise<number> {
  const askedNothing = argv.length === 0;
  const command: Command = askedNothing && io.stdin.isTTY ? { name: 'help' } : commandOf(argv);
  switch (command.name) {
    case 'help':
      io.stdout.write(HELP);
      return 0;
    case 'version':
      io.stdout.write(`${manifest.version}\n`);
      return 0;
    case 'models':
      return models(command, io);
    case 'add':
      return add(command, io, io.shelf ?? nodeShelf());
    case 'compile':
      return compile(command, io, io.shelf ?? nodeShelf());
    case 'price':
      return price(command, make({ now: io.now }), io);
    case 'check':
      return check(command, io);
    case 'usage':
      return usage(command, make({ now: io.now }), io);
    case 'compare':
    case 'tokens': {
      const prompts = await readPrompts(command, io.stdin);
      if (askedNothing && prompts.every(({ text }) => text === '')) return run(['--help'], io, make);
      for (const { broken, text, source, file = source } of prompts) {
        if (text === '')
          throw new UsageError(`${file === 'argument' ? 'the text' : file} is empty: nothing to count`);
        if (broken) {
          io.stderr.write(
            `promptcost: ${printable(file)} is not all UTF-8; a broken byte counts as U+FFFD\n`,
          );
        }
      }
      return (command.name === 'tokens' ? tokens : compare)(prompts, command, make({ now: io.now }), io);
    }
  }
}

function isMisuse({ code }: PromptCostError): boolean {
  return code === 'invalid-input' || code === 'invalid-instant';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
