import { parseArgs } from 'node:util';
import { type CheckCommand, checkCommand } from './check-prices.js';
import { COMMAND_NAMES, type CommandName, checkOptions, OPTIONS, type Values } from './command-options.js';
import { type PriceCommand, priceCommand, type UsageCommand, usageCommand } from './price-arguments.js';
import { UsageError } from './usage-error.js';

/** The three systems of the story this library began with. */
export const DEFAULT_MODELS: readonly string[] = ['deepseek-r1', 'o1', 'llama-3.3-70b'];

/** Where the prompts are, and what to do with them. */
export interface PromptCommand {
  readonly name: 'compare' | 'tokens';
  /** `undefined` or `-`: from stdin, unless there are files. */
  readonly text: string | undefined;
  readonly files: readonly string[];
  readonly models: readonly string[];
  /** Whether the caller chose the models. */
  readonly chosen: boolean;
  readonly json: boolean;
  readonly output: number | undefined;
  readonly at: string | undefined;
  readonly provider: string | undefined;
}

/** Models to be listed. */
export interface ModelsCommand {
  readonly name: 'models';
  /** Who makes or sells them; left out, anybody. */
  readonly provider: string | undefined;
  readonly json: boolean;
}

/** A vocabulary to be added. */
export interface AddCommand {
  readonly name: 'add';
  readonly pack: string | undefined;
  /** A file to write, `.mjs`, `.js` or `.pc`; left out, the cache folder. */
  readonly out: string | undefined;
  readonly list: boolean;
  readonly json: boolean;
}

/** A vocabulary's file to be made compact. */
export interface CompileCommand {
  readonly name: 'compile';
  readonly file: string;
  readonly out: string;
  /** What cuts a rank file's text: a known name or a regular expression. */
  readonly pattern: string | undefined;
  /** A JSON file of a rank file's control tokens: text → id. */
  readonly specials: string | undefined;
  /** The encoding's name; left out, that of a known file, or of `out`. */
  readonly encoding: string | undefined;
  readonly json: boolean;
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | ModelsCommand
  | AddCommand
  | CompileCommand
  | PriceCommand
  | UsageCommand
  | CheckCommand
  | PromptCommand;

/** How many words a command takes at most; the others take a text. */
const WORDS: Readonly<Partial<Record<CommandName, readonly [most: number, what: string]>>> = {
  models: [0, 'no words'],
  price: [1, 'one model'],
  usage: [1, 'one file'],
  prices: [2, 'check and one file'],
  add: [1, 'one pack'],
  compile: [1, 'one file'],
};

/**
 * What the arguments ask for.
 *
 * @param argv - The arguments after the name of the command.
 *
 * @returns The command, checked as far as that is possible without looking at prompts, models and prices.
 */
export function commandOf(argv: readonly string[]): Command {
  // Not strict, as Node's own sentences differ from version to version: checkOptions is.
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  // After `--` everything is text, so that the words "tokens" and "models" can be priced too.
  const literal = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? Infinity;
  const first = tokens.find(({ kind }) => kind === 'positional');
  const word = first && first.index < literal ? positionals[0] : undefined;
  const name = COMMAND_NAMES.find((each) => each === word && each !== 'compare') ?? 'compare';
  checkOptions(
    name,
    tokens.filter((token) => token.kind === 'option'),
  );
  return commandNamed(name, name === 'compare' ? positionals : positionals.slice(1), values as Values);
}

function commandNamed(name: CommandName, words: readonly string[], values: Values): Command {
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [most, what] = WORDS[name] ?? [Infinity];
  if (words.length > most) {
    throw new UsageError(`${name} takes ${what}; a text that begins with "${name}" goes after --`);
  }
  switch (name) {
    case 'models':
      return { name, provider: values.provider, json: values.json ?? false };
    case 'price':
      return priceCommand(words[0], values);
    case 'prices':
      return checkCommand(words, values);
    case 'usage':
      return usageCommand(words[0], values);
    case 'add':
      return addOf(words[0], values);
    case 'compile':
      return compileOf(words[0], values);
    default:
      return promptsOf(name, words, values);
  }
}

function promptsOf(name: PromptCommand['name'], words: readonly string[], values: Values): PromptCommand {
  const text = words.length > 0 ? words.join(' ') : undefined;
  const files = values.file ?? [];
  if (text !== undefined && files.length > 0) {
    throw new UsageError('give a text or files, not both: -f reads each file as one prompt');
  }
  return {
    name,
    text,
    files,
    models: modelsOf(values.model, name),
    chosen: values.model !== undefined,
    json: values.json ?? false,
    output: countOf(values.output),
    at: values.at,
    provider: values.provider,
  };
}

function addOf(pack: string | undefined, { out, list = false, json = false }: Values): AddCommand {
  if (pack === undefined && !list) throw new UsageError('add what? promptcost add --list shows the packs');
  if (list && (pack ?? out) !== undefined) {
    throw new UsageError('add --list shows every pack: no name and no --out goes with it');
  }
  if (out !== undefined && !/\.(?:m?js|pc)$/.test(out))
    throw new UsageError('--out names a file that ends in .mjs, .js or .pc');
  return { name: 'add', pack, out, list, json };
}

// -o is --output elsewhere: tokens of the answer.
function compileOf(
  file: string | undefined,
  { output, out = output, pattern, specials, name, json = false }: Values,
): CompileCommand {
  if (file === undefined) throw new UsageError('compile what? promptcost compile tokenizer.model -o my.pc');
  if (out === undefined || !/\.pc$/.test(out))
    throw new UsageError('compile writes to -o, a file that ends in .pc');
  if (output !== undefined && output !== out) throw new UsageError('compile writes one file: -o or --out');
  return { name: 'compile', file, out, pattern, specials, encoding: name, json };
}

function modelsOf(given: readonly string[] | undefined, name: PromptCommand['name']): readonly string[] {
  if (given === undefined) return name === 'tokens' ? DEFAULT_MODELS.slice(0, 1) : DEFAULT_MODELS;
  const ids = given.flatMap((list) => list.split(',')).map((id) => id.trim());
  const models = [...new Set(ids.filter((id) => id !== ''))];
  if (models.length === 0) throw new UsageError('-m names no model; write -m deepseek-r1,o1');
  return models;
}

function countOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const count = /^\d+(?:[_,]\d{3})*$/.test(given) ? Number(given.replace(/[_,]/g, '')) : Number.NaN;
  if (Number.isSafeInteger(count)) return count;
  throw new UsageError(`--output is a whole number of tokens, such as 500, not "${given}"`);
}
