import { PromptCostError } from '../errors/index.js';
import { BpeEncoding } from './bpe-encoding.js';
import type { StreamingEncoding } from './types.js';

/**
 * An encoding with the same tokens as another, and other control tokens. It shares the other's tables.
 *
 * @param base - An encoding of this package's own engine.
 * @param specials - Control tokens: text → id.
 */
export function withSpecials(
  base: StreamingEncoding,
  name: string,
  specials: Readonly<Record<string, number>>,
): StreamingEncoding {
  if (!(base instanceof BpeEncoding)) {
    throw new PromptCostError(
      'unsupported-encoding',
      `${base.name} is not an encoding of this engine; ${name} cannot be made of it.`,
    );
  }
  return base.withSpecials(name, new Map(Object.entries(specials)));
}
