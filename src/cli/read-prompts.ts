import { readFile } from 'node:fs/promises';
import type { PromptCommand } from './arguments.js';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

/** One prompt, and where it came from. */
export interface Prompt {
  readonly source: 'argument' | 'stdin' | 'file';
  readonly file?: string;
  readonly text: string;
  /** Whether some bytes were no UTF-8, and stand in the text as U+FFFD. */
  readonly broken: boolean;
}

/**
 * The prompts that a command is about: its text, each of its files, or stdin.
 *
 * @param command - What was asked.
 * @param stdin - Read only when it is needed.
 *
 * @returns The prompts, to the last byte: no trimming, a byte order mark included.
 */
export async function readPrompts(command: PromptCommand, stdin: Io['stdin']): Promise<Prompt[]> {
  if (command.files.length > 0) {
    const prompts: Prompt[] = [];
    for (const file of command.files)
      prompts.push(file === '-' ? await fromStdin(stdin) : await fromFile(file));
    return prompts;
  }
  if (command.text !== undefined && command.text !== '-') {
    return [{ source: 'argument', text: command.text, broken: false }];
  }
  if (command.text === undefined && stdin.isTTY) {
    throw new UsageError('no text: write it after the command, name a file with -f, or pipe it in');
  }
  return [await fromStdin(stdin)];
}

async function fromStdin(stdin: Io['stdin']): Promise<Prompt> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return { source: 'stdin', ...decoded(Buffer.concat(chunks)) };
}

async function fromFile(file: string): Promise<Prompt> {
  try {
    return { source: 'file', file, ...decoded(await readFile(file)) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new UsageError(`cannot read ${file}: ${WHY[code] ?? (code || 'it failed')}`);
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ERR_INVALID_ARG_VALUE: 'that is no file name',
};

function decoded(bytes: Uint8Array): { readonly text: string; readonly broken: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), broken: false };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), broken: true };
  }
}
