import { UsageError } from './usage-error.js';

/** All options, as `parseArgs` of Node wants them. */
export const OPTIONS = {
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

/** An option's name. */
export type Option = keyof typeof OPTIONS;

/** What the options said. */
export type Values = {
  readonly [name in Option]?: (typeof OPTIONS)[name] extends { readonly multiple: true }
    ? readonly string[]
    : (typeof OPTIONS)[name] extends { readonly type: 'string' }
      ? string
      : boolean;
};

/** A command that has options; `compare` is the one without a word of its own. */
export type CommandName = 'compare' | 'tokens' | 'models' | 'price' | 'usage' | 'prices' | 'add' | 'compile';

/** The options that each command reads, besides `--help` and `--version`. */
const READ: Readonly<Record<CommandName, readonly Option[]>> = {
  compare: ['model', 'file', 'output', 'at', 'provider', 'json'],
  tokens: ['model', 'file', 'json'],
  models: ['provider', 'json'],
  price: ['model', 'at', 'provider', 'tier', 'region', 'history', 'json'],
  usage: ['model', 'at', 'provider', 'tier', 'region', 'json'],
  prices: ['at', 'json'],
  add: ['out', 'list', 'json'],
  compile: ['output', 'out', 'pattern', 'specials', 'name', 'json'],
};

/** All of them. */
export const COMMAND_NAMES: readonly CommandName[] = Object.keys(READ) as CommandName[];

/** One option among the arguments, as `parseArgs` finds it. */
export interface GivenOption {
  readonly name: string;
  /** As it was written: `-m`, `--model`. */
  readonly rawName: string;
  readonly value?: string | undefined;
  /** Whether the value was written with `=`. */
  readonly inlineValue?: boolean | undefined;
}

/**
 * Refuses what would pass unseen: an option that the command does not read, one without its value, one said twice.
 *
 * @param command - The command.
 * @param given - Its options, in order. A wrong one is a `UsageError` that names it and those the command has.
 */
export function checkOptions(command: CommandName, given: readonly GivenOption[]): void {
  const seen = new Set<string>();
  for (const { name, rawName, value, inlineValue } of given) {
    if (!isOption(name) || !(reads(command, name) || name === 'help' || name === 'version')) {
      throw new UsageError(whyNot(command, name, rawName));
    }
    const option: { readonly type: string; readonly multiple?: boolean } = OPTIONS[name];
    if (option.type === 'boolean') {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value`);
      continue;
    }
    if (value === undefined || (!inlineValue && /^-./s.test(value))) {
      throw new UsageError(`${rawName} needs a value; one that starts with - is written --${name}=value`);
    }
    if (value === '') throw new UsageError(`${rawName} needs a value; this one is empty`);
    if (seen.has(name) && !option.multiple) throw new UsageError(`${rawName} is given twice; once is enough`);
    seen.add(name);
  }
}

function isOption(name: string): name is Option {
  return Object.hasOwn(OPTIONS, name);
}

function reads(command: CommandName, option: Option): boolean {
  return READ[command].includes(option);
}

function whyNot(command: CommandName, name: string, given: string): string {
  const raw = /^\S{1,40}/.exec(given)?.[0]; // the rest may be a prompt
  const own = READ[command].map((option) => `--${option}`).join(', ');
  if (command !== 'compare') return `${command} takes no ${raw}; it has ${own}`;
  // The command's word may be what was forgotten, or the dash the beginning of a text.
  const hint = isOption(name)
    ? ` --${name} belongs to promptcost ${COMMAND_NAMES.filter((each) => reads(each, name)).join(', ')}`
    : ' a text that starts with - goes after --, the options before it';
  return `a comparison takes no ${raw}; it has ${own};${hint}`;
}
