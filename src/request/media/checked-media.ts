import { PromptCostError, shown } from '../../errors/index.js';
import type { Media } from './media.js';

const KINDS: readonly string[] = ['image', 'audio', 'video', 'document'];
const DETAILS: readonly unknown[] = [undefined, 'low', 'high', 'auto', 'original'];
const RESOLUTIONS: readonly unknown[] = [undefined, 'low', 'medium', 'high', 'ultra_high'];
const MEASURES = ['width', 'height', 'seconds', 'pages', 'to', 'fps'] as const;
/** As far as a header can say: 2^31 - 1. */
const MOST = 2 ** 31 - 1;

/**
 * A medium that can be counted.
 *
 * @param media - What the caller gave.
 *
 * @throws `PromptCostError` `invalid-input` for a kind, a wish or a measure that there is not, or one side without the other.
 */
export function checkMedia(media: Media): void {
  if (!KINDS.includes(media.kind))
    throw refused(`A medium is one of ${KINDS.join(', ')}, not ${shown(media.kind)}.`);
  if (!DETAILS.includes(media.detail))
    throw refused(`An image's detail is low, high, auto or original, not ${shown(media.detail)}.`);
  if (!RESOLUTIONS.includes(media.resolution))
    throw refused(`A resolution is low, medium, high or ultra_high, not ${shown(media.resolution)}.`);
  for (const measure of MEASURES) {
    const value = media[measure];
    if (value === undefined || (typeof value === 'number' && value > 0 && value <= MOST)) continue;
    throw refused(
      `The ${measure} of a medium is more than 0 and at most ${MOST}, not ${shown(value)}. Leave it out if unknown.`,
    );
  }
  if ((media.width === undefined) !== (media.height === undefined)) {
    const [given, missing] = media.width === undefined ? ['height', 'width'] : ['width', 'height'];
    throw refused(
      `An image with a ${given} of ${media[given as 'width']} px has no ${missing}. Give both, or neither.`,
    );
  }
  const { bytes } = media;
  if (bytes !== undefined && typeof bytes !== 'string' && !(bytes instanceof Uint8Array))
    throw refused(`The bytes of a medium are a Uint8Array, base64 text or a data URL, not ${shown(bytes)}.`);
}

function refused(message: string): PromptCostError {
  return new PromptCostError('invalid-input', message);
}
