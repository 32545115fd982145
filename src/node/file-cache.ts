import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checkFields, kindOf, PromptCostError } from '../errors/index.js';
import type { PriceCache } from '../prices/refresh/index.js';

/**
 * A file that holds one text, for `refreshPrices`.
 *
 * Writing goes to a file beside it, to the disk, and only then under its name: whoever reads sees the old text or the new one,
 * whole, and of several writers the last to finish wins. A file that something else has damaged is found out by
 * `refreshPrices`, which then says so and does without it.
 *
 * @param path - The file. Its folder is made when it is missing.
 *
 * @returns The cache.
 *
 * @example
 * ```ts
 * const cache = fileCache('prices.json');
 * await cache.read(); // undefined: nothing was written
 * await cache.write('{}');
 * await cache.read(); // '{}'
 * ```
 */
export function fileCache(path: string): PriceCache {
  if (typeof path !== 'string' || path === '' || path.includes('\0')) {
    throw new PromptCostError(
      'invalid-input',
      `The path is ${path === '' ? 'empty' : kindOf(path)}. Pass the name of a file.`,
    );
  }
  return {
    async read() {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async write(text) {
      checkFields('The entry', { text }, { text: 'string' });
      await mkdir(dirname(path), { recursive: true });
      const draft = `${path}.${randomUUID()}.tmp`;
      try {
        await writeToDisk(draft, text);
        await rename(draft, path);
      } finally {
        await rm(draft, { force: true });
      }
    },
  };
}

async function writeToDisk(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
