import { readFile } from 'node:fs/promises';
import { fileError } from './file-error.js';
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
 * @returns The text; a file that cannot be read, or is no text, is a `UsageError` that says why.
 */
export async function readText(file: string, stdin: Io['stdin']): Promise<ReadText> {
  const bytes = await readBytes(file, stdin);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), broken: false };
  } catch {
    // A picture, an archive, or UTF-16: its tokens are not what anybody would send.
    if (bytes.includes(0)) {
      throw new UsageError(`cannot read ${named(file)}: it is no text in UTF-8 but binary, or UTF-16`);
    }
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), broken: true };
  }
}

/**
 * The bytes of a file.
 *
 * @param file - Its path, or `-` for stdin.
 * @param stdin - Read only when it is needed.
 *
 * @returns All of them; a file that cannot be read is a `UsageError` that says why.
 */
export async function readBytes(file: string, stdin: Io['stdin']): Promise<Uint8Array> {
  try {
    if (file !== '-') return await readFile(file);
    const chunks: Uint8Array[] = [];
    for await (const chunk of stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    throw fileError(`read ${named(file)}`, error);
  }
}

function named(file: string): string {
  return file === '-' ? 'stdin' : file || 'a file without a name';
}
