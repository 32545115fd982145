import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Imports a file of an installed package; the peers are not dependencies of this project. */
// biome-ignore lint/suspicious/noExplicitAny: the peers' types are not installed here.
export function importFrom(cache: string, file: string): Promise<any> {
  return import(pathToFileURL(join(cache, 'node_modules', file)).href);
}
