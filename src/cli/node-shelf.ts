import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { type Pack, packFolder } from '../encodings/index.js';
import { PromptCostError } from '../errors/index.js';
import { fileError } from './file-error.js';
import type { Shelf } from './shelf.js';

const NPM_FLAGS = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-save',
  '--no-package-lock',
  '--loglevel=error',
];

/** The user's npm and the user's cache folder. */
export function nodeShelf(): Shelf {
  const { platform, env } = process;
  const folder = packFolder({ platform, env, home: homedir() });
  return {
    fetch: fetchWithNpm,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    pathOf: (name) => normalize(join(folder, `${name}.pc`)),
    has: existsSync,
    write: writeWhole,
  };
}

/** Installs the package into a folder of its own, which is gone afterwards; no script of the package runs. */
async function fetchWithNpm({ package: name, version, file }: Pack): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'promptcost-'));
  try {
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    // All arguments are this package's own data. On Windows npm is a batch file, which only a shell starts.
    await promisify(execFile)('npm', ['install', ...NPM_FLAGS, `${name}@${version}`], {
      cwd: folder,
      shell: process.platform === 'win32',
    });
    return await readFile(join(folder, 'node_modules', name, file));
  } catch (error) {
    const { stderr = '', message } = error as { readonly stderr?: string; readonly message: string };
    const [line = ''] = (stderr || message).trim().split('\n');
    throw new PromptCostError('unsupported-encoding', `npm could not bring ${name}@${version}: ${line}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Into a file beside it first, which then takes its name: a reader sees the old file or the new one. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    throw fileError(`write ${path}`, error);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined); // it may never have been there
  }
}
