import type { PromptCommand } from './arguments.js';
import type { Io } from './io.js';
import { readText } from './read-text.js';
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
    for (const file of command.files) {
      const text = await readText(file, stdin);
      prompts.push(file === '-' ? { source: 'stdin', ...text } : { source: 'file', file, ...text });
    }
    return prompts;
  }
  if (command.text !== undefined && command.text !== '-') {
    return [{ source: 'argument', text: command.text, broken: false }];
  }
  if (command.text === undefined && stdin.isTTY) {
    throw new UsageError('no text: write it after the command, name a file with -f, or pipe it in');
  }
  return [{ source: 'stdin', ...(await readText('-', stdin)) }];
}
