import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compilePack, PACKS } from '../src/encodings/index.js';

/** The packs whose speed is measured, where their packages have been fetched already (`npm run conformance` does). */
const MEASURED = ['gemma3'];

/**
 * Compiles packs into a folder of the benchmark's own; the user's packs are left alone. Nothing is fetched: a vocabulary with terms
 * is for each user to take.
 *
 * @returns The names of those that are there to be measured.
 */
export function readyPacks(cache: string): string[] {
  return PACKS.filter((pack) => {
    const source = join(packageFolder(cache, `${pack.package}-${pack.version}`), pack.file);
    if (!MEASURED.includes(pack.name) || !existsSync(source)) return false;
    mkdirSync(join(cache, 'packs'), { recursive: true });
    const bytes = compilePack(pack, readFileSync(source, 'utf8'));
    writeFileSync(join(cache, 'packs', `${pack.name}.pc`), bytes);
    return true;
  }).map((pack) => pack.name);
}

/** Where the compiler of vocabularies keeps the packages it has fetched: beside the benchmark's folder. */
function packageFolder(cache: string, name: string): string {
  return join(dirname(cache), name.replace(/^@/, '').replace('/', '-'), 'package');
}
