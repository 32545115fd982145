import { PromptCostError, shown } from '../../errors/index.js';
import { kernelEncoding, type StreamingEncoding } from '../../tokenize/index.js';
import { PACKS, packNamed } from './pack.js';
import { readPack } from './read-pack.js';

/**
 * The encoding of an added pack.
 *
 * @param name - Of the pack.
 * @param bundled - Names of the encodings that need no adding, for the error.
 *
 * @throws `PromptCostError` `unknown-encoding` for a name that there is not, or a pack that was not added, with the way to add it.
 */
export function openPack(name: string, bundled: readonly string[]): StreamingEncoding {
  const pack = packNamed(name);
  if (!pack) {
    const names = [...bundled, ...PACKS.map((each) => each.name)].join(', ');
    throw new PromptCostError('unknown-encoding', `No encoding ${shown(name)}. There are: ${names}.`);
  }
  const bytes = readPack(pack);
  if (bytes) return kernelEncoding(bytes);
  throw new PromptCostError(
    'unknown-encoding',
    `${name} (${pack.counts}) is not in this package. 'npx promptcost add ${name}' adds it in Node; elsewhere, import what 'npx promptcost add ${name} --out ${name}.mjs' writes.`,
  );
}
