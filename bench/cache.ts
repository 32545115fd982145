import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `bench/peers.json`: what is fetched, by what it is fetched for; package → exact version. */
export interface Pins {
  readonly peers: Readonly<Record<string, string>>;
  readonly vocabularies: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** The folder, outside the repository, that holds the peers and the corpora from one run to the next. */
export function cacheFolder(): string {
  const { PROMPTCOST_CACHE: caches = join(homedir(), '.cache', 'promptcost') } = process.env;
  return join(caches, 'bench');
}

/** Installs the pinned packages into the cache folder, unless exactly these are there already. */
export function installPins(cache: string, pins: Pins): void {
  const dependencies = { ...pins.peers, ...pins.vocabularies, ...pins.texts };
  const manifest = JSON.stringify({ private: true, dependencies }, null, 2);
  const manifestPath = join(cache, 'package.json');
  // Written last, so that its presence means a complete install.
  const donePath = join(cache, 'installed.json');
  if (existsSync(donePath) && readFileSync(donePath, 'utf8') === manifest) return;
  mkdirSync(cache, { recursive: true });
  writeFileSync(manifestPath, manifest);
  console.error(`Installing ${Object.keys(dependencies).length} pinned packages (once) …`);
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  execFileSync('npm', ['install', ...flags], { cwd: cache, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(donePath, manifest);
}
