import process from 'node:process';
import type { Io } from './io.js';

const UNKNOWN_WIDTH = 80; // a pipe has no width

/** @returns The outside world of a Node process. */
export function nodeIo(): Io {
  // `promptcost … | head` closes the pipe early: the reader has what it wanted, and that is no error.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const { stdin, stdout, stderr, env } = process;
  return { stdin, stdout, stderr, env, now: () => new Date(), columns: stdout.columns || UNKNOWN_WIDTH };
}
