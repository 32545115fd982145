import { UsageError } from './usage-error.js';

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such folder',
  EEXIST: 'a file is where its folder should be',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ERR_INVALID_ARG_VALUE: 'that is no file name',
};

/**
 * Why a file cannot be used, in words.
 *
 * @param what - For example `"read prompt.txt"`.
 * @param error - What Node threw.
 *
 * @returns The error to throw; a code without words of ours stands as it is.
 */
export function fileError(what: string, error: unknown): UsageError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new UsageError(`cannot ${what}: ${WHY[code] ?? (code || 'it failed')}`);
}
