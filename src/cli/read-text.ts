import { readFile } from 'node:fs/promises';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

/** A text, and whether some of its bytes were no UTF-8 and stand in it as U+FFFD. */
export interface ReadText {
  readonly text: string;
  readonly broken: boolean;
}

/**
 * The text of a file, to the last byte, a byte order mark included.
 *
 * @param file - Its path, or `-` for stdin.
 * @param stdin - Read only when it is needed.
 *
 * @returns The text; a file that cannot be read is a `UsageError` that says why.
 */
export async function readText(file: string, stdin: Io['stdin']): Promise<ReadText> {
  if (file === '-') return stdinText(stdin);
  try {
    return decoded(await readFile(file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new UsageError(`cannot read ${file}: ${WHY[code] ?? (code || 'it failed')}`);
  }
}

/** The text on stdin, to its end. */
export async function stdinText(stdin: Io['stdin']): Promise<ReadText> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return decoded(Buffer.concat(chunks));
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ERR_INVALID_ARG_VALUE: 'that is no file name',
};

function decoded(bytes: Uint8Array): ReadText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), broken: false };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), broken: true };
  }
}
