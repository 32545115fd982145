import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * A folder of the material that lies beside a clone of this repository, or `undefined` where it does not.
 *
 * A test that reads it skips itself then: nothing of it is in the repository.
 */
export function sharedData(folder: string): string | undefined {
  for (let at = resolve('.'); at !== dirname(at); at = dirname(at)) {
    const path = join(at, 'shared/data', folder);
    if (existsSync(path)) return path;
  }
  return undefined;
}
