import { readFileSync } from 'node:fs';
import { compilePack, encodingNames, loadEncoding, PACKS, packNamed } from '../src/encodings/index.js';
import { type Encoding, fromCompiled } from '../src/tokenize/index.js';
import { originPath } from '../tokenizers/build/read-origin.js';

/** Names of the encodings that are judged: the bundled ones and the packs. */
export const JUDGED: readonly string[] = [...encodingNames, ...PACKS.map(({ name }) => name)];

/** The encoding of that name; a pack is compiled from its origin, whatever this machine has added. */
export async function judgedEncoding(name: string): Promise<Encoding> {
  const pack = packNamed(name);
  return pack ? fromCompiled(compilePack(pack, readFileSync(originPath(pack), 'utf8'))) : loadEncoding(name);
}
