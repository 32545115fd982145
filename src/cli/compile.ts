import { basename } from 'node:path';
import { compileFile, knownFile } from '../encodings/index.js';
import { kernelEncoding } from '../tokenize/index.js';
import type { CompileCommand } from './arguments.js';
import type { Io } from './io.js';
import { printable, safeJson } from './printable.js';
import { readBytes, readText } from './read-text.js';
import type { Shelf } from './shelf.js';
import { thousands } from './thousands.js';
import { UsageError } from './usage-error.js';

/**
 * Makes a vocabulary's file compact: reads it, compiles it, compares the result with it token by token, and only then writes.
 *
 * @param command - The file, and where to.
 * @param io - Where to say so.
 * @param shelf - What hashes and writes.
 *
 * @returns The exit code.
 */
export async function compile(command: CompileCommand, io: Io, shelf: Shelf): Promise<number> {
  const { file, out, json } = command;
  const origin = await readBytes(file, io.stdin);
  const known = knownFile(shelf.sha256(origin));
  if (known) {
    io.stderr.write(`recognised as ${known.file}, of ${known.models}\n`);
    if (known.note !== undefined) io.stderr.write(`${known.note}\n`);
  }
  const name = command.encoding ?? known?.name ?? basename(out, '.pc');
  const { kind, bytes, tokens, probes } = await compileFile(origin, {
    name,
    pattern: command.pattern ?? known?.pattern,
    specials: command.specials === undefined ? undefined : await jsonOf(command.specials, io.stdin),
  });
  const { engine, vocabSize } = kernelEncoding(bytes);
  await shelf.write(out, bytes);
  const facts = { name, kind, tokens, vocabSize, engine, bytes: bytes.length, probes };
  io.stdout.write(
    json
      ? `${safeJson({ compiled: out, recognised: known?.file, ...facts })}\n`
      : `${printable(out)}: ${printable(name)}, ${thousands(tokens)} tokens, ids below ${thousands(vocabSize)}, ` +
          `engine ${engine}, ${thousands(bytes.length)} bytes\n` +
          `the same tokens as ${printable(file)} on ${thousands(probes)} probe texts\n`,
  );
  return 0;
}

/** The object in a JSON file; what is in it is checked where it is used. */
async function jsonOf(file: string, stdin: Io['stdin']): Promise<Readonly<Record<string, number>>> {
  const { text } = await readText(file, stdin);
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as Readonly<Record<string, number>>;
  } catch {
    throw new UsageError(`${file} is not JSON; --specials names an object of text → id`);
  }
}
