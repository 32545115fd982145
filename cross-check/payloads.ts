import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const FOLDER = 'shared/data/prices/payloads';

/** The feeds as they were published, which are not part of this repository; `undefined` where they are absent. */
export const PAYLOADS: string | undefined = folderAbove(resolve('.'));

function folderAbove(start: string): string | undefined {
  for (let at = dirname(start); ; at = dirname(at)) {
    if (existsSync(join(at, FOLDER))) return join(at, FOLDER);
    if (dirname(at) === at) return undefined;
  }
}

/** The text of one of them. */
export function payload(name: string): string {
  return readFileSync(join(PAYLOADS!, name), 'utf8');
}
