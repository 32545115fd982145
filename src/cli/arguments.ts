import { parseArgs } from 'node:util';
import { type CheckCommand, checkCommand } from './check-prices.js';
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
  | { readonly name: 'models'; readonly json: boolean }
  | AddCommand
  | CompileCommand
  | PriceCommand
  | UsageCommand
  | CheckCommand
  | PromptCommand;

const OPTIONS = {
  model: { type: 'string', short: 'm', multiple: true },
  file: { type: 'string', short: 'f', multiple: true },
  output: { type: 'string', short: 'o' },
  at: { type: 'string' },
  provider: { type: 'string' },
  tier: { type: 'string' },
  region: { type: 'string' },
  history: { type: 'boolean' },
  out: { type: 'string' },
  list: { type: 'boolean' },
  pattern: { type: 'string' },
  specials: { type: 'string' },
  name: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/**
 * What the arguments ask for.
 *
 * @param argv - The arguments after the name of the command.
 *
 * @returns The command, checked as far as that is possible without looking at prompts, models and prices.
 */
export function commandOf(argv: readonly string[]): Command {
  const { values, positionals, tokens } = parsed(argv);
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  // After `--` everything is text, so that the words "tokens" and "models" can be priced too.
  const literal = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? Infinity;
  const first = tokens.find(({ kind }) => kind === 'positional');
  const word = first && first.index < literal ? positionals[0] : undefined;
  const json = values.json ?? false;
  if (word === 'models' && positionals.length === 1) return { name: 'models', json };
  if (word === 'price' && positionals.length <= 2) return priceCommand(positionals[1], values);
  if (word === 'prices' && positionals.length <= 3 && (positionals[1] ?? 'check') === 'check') {
    return checkCommand(positionals.slice(1), values);
  }
  if (word === 'usage' && positionals.length <= 2) return usageCommand(positionals[1], values);
  // More words after it are a text about adding.
  if (word === 'add' && positionals.length <= 2) return addOf(positionals[1], values);
  if (word === 'compile' && positionals.length <= 2) return compileOf(positionals[1], values);
  for (const option of ['pattern', 'specials', 'name'] as const) {
    if (values[option] !== undefined) throw new UsageError(`--${option} belongs to promptcost compile`);
  }
  for (const option of ['out', 'list'] as const) {
    if (values[option] !== undefined) throw new UsageError(`--${option} belongs to promptcost add`);
  }
  for (const option of ['tier', 'region', 'history'] as const) {
    if (values[option] !== undefined) throw new UsageError(`--${option} belongs to promptcost price`);
  }
  const name = word === 'tokens' ? 'tokens' : 'compare';
  const words = name === 'tokens' ? positionals.slice(1) : positionals;
  const text = words.length > 0 ? words.join(' ') : undefined;
  const files = values.file ?? [];
  if (text !== undefined && files.length > 0) {
    throw new UsageError('give a text or files, not both: -f reads each file as one prompt');
  }
  for (const option of ['output', 'at', 'provider'] as const) {
    if (name === 'tokens' && values[option] !== undefined) {
      throw new UsageError(`tokens takes no --${option}: it counts and does not price`);
    }
  }
  return {
    name,
    text,
    files,
    models: modelsOf(values.model, name),
    chosen: values.model !== undefined,
    json,
    output: countOf(values.output),
    at: values.at,
    provider: values.provider,
  };
}

function addOf(
  pack: string | undefined,
  { out, list = false, json = false }: { out?: string; list?: boolean; json?: boolean },
): AddCommand {
  if (pack === undefined && !list) throw new UsageError('add what? promptcost add --list shows the packs');
  if (out !== undefined && !/\.(?:m?js|pc)$/.test(out))
    throw new UsageError('--out names a file that ends in .mjs, .js or .pc');
  return { name: 'add', pack, out, list, json };
}

function compileOf(
  file: string | undefined,
  // -o is --output elsewhere: tokens of the answer.
  {
    output,
    out = output,
    pattern,
    specials,
    name,
    json = false,
  }: {
    output?: string;
    out?: string;
    pattern?: string;
    specials?: string;
    name?: string;
    json?: boolean;
  },
): CompileCommand {
  if (file === undefined) throw new UsageError('compile what? promptcost compile tokenizer.model -o my.pc');
  if (out === undefined || !/\.pc$/.test(out))
    throw new UsageError('compile writes to -o, a file that ends in .pc');
  return { name: 'compile', file, out, pattern, specials, encoding: name, json };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, tokens: true });
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(misuseOf(error)) : error;
  }
}

// Node's own sentences differ from version to version; the code and the option in quotes do not.
function misuseOf(error: TypeError & { readonly code?: string }): string {
  const option = /(--?[^\s,'<]+)[^',]*'/s.exec(error.message)?.[1] ?? 'an option';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return `unknown option ${option}; a text that starts with - goes after --, the options before it`;
  }
  return ['--json', '--list', '--history', '--help', '--version'].includes(option)
    ? `${option} takes no value`
    : `${option} needs a value; one that starts with - is written ${option}=value`;
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
