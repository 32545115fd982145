import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A folder with the packed package installed as users install it, and the smoke test beside it; gone when the process ends. */
export function installedTarball(): string {
  const folder = mkdtempSync(join(tmpdir(), 'promptcost-runtimes-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const npm = (args: readonly string[], cwd: string): string =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const listing = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT);
  const [{ filename }] = JSON.parse(listing) as [{ filename: string }];
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  npm(['install', `./${filename}`, '--prefer-offline', '--no-audit', '--no-fund'], folder);

  copyFileSync(join(HERE, 'smoke.mjs'), join(folder, 'smoke.mjs'));
  writeFileSync(join(folder, 'smoke.cjs'), asCommonJs(readFileSync(join(HERE, 'smoke.mjs'), 'utf8')));
  writeFileSync(
    join(folder, 'import.mjs'),
    "import { smoke } from './smoke.mjs';\nconsole.log(await smoke());\n",
  );
  writeFileSync(
    join(folder, 'require.cjs'),
    "require('./smoke.cjs').smoke().then((line) => console.log(line));\n",
  );
  return folder;
}

function asCommonJs(source: string): string {
  return source
    .replaceAll(/^import (\w+) from ('.+');$/gm, 'const { default: $1 } = require($2);')
    .replaceAll(/^import (\{.+\}) from ('.+');$/gm, 'const $1 = require($2);')
    .replaceAll(/^export async function (\w+)/gm, 'exports.$1 = $1;\nasync function $1');
}
