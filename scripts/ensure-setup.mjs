// Readies a fresh clone with nothing but Node: installs what the lock file names, and builds, when either is missing or out of date.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => join(root, path);
const modified = (path) => statSync(path).mtimeMs;

/** Installs and builds where needed; says what it does in one line each. */
export function ensureSetup() {
  if (!existsSync(at('node_modules/.package-lock.json')) || isNewer(at('package-lock.json'), at('node_modules/.package-lock.json'))) {
    step('Installing the development tools', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  if (!existsSync(at('dist/cli.js')) || newest(at('src')) > modified(at('dist/cli.js'))) {
    step('Building', ['run', 'build', '--silent']);
  }
}

function step(what, args) {
  console.log(`${what} …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  try {
    execFileSync(npm, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  } catch (error) {
    process.stderr.write(`${error.stdout ?? ''}${error.stderr ?? ''}`);
    throw new Error(`${what} failed: npm ${args.join(' ')}`);
  }
}

function isNewer(a, b) {
  return modified(a) > modified(b) + 1_000;
}

function newest(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => modified(join(folder, name)));
  return Math.max(...files, modified(at('package.json')), modified(at('tsup.config.ts')));
}
