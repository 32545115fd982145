import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CACHE } from '../../tokenizers/build/read-origin.js';
import pins from './pins.json' with { type: 'json' };

/** The exact versions that judge us: package → version. */
export const PINS: typeof pins = pins;

const FOLDER = join(CACHE, 'references');
const MANIFEST = join(FOLDER, 'package.json');
// Written last, so that its presence means a complete install.
const DONE = join(FOLDER, 'installed.json');

/** `require` from among the reference packages, which npm installs outside the repository unless exactly these are there already. */
export function referencePackages(): NodeJS.Require {
  const manifest = JSON.stringify({ private: true, dependencies: PINS }, null, 2);
  if (!existsSync(DONE) || readFileSync(DONE, 'utf8') !== manifest) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(MANIFEST, manifest);
    console.error('Installing the reference tokenizers (once) …');
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
    execFileSync('npm', ['install', ...flags], {
      cwd: FOLDER,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    writeFileSync(DONE, manifest);
  }
  return createRequire(MANIFEST);
}
