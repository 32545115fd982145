import { checkFields, PromptCostError, reading, shown } from '../../errors/index.js';
import { type ModelId, mediaRules, modelRecord, resolveModel } from '../../models/index.js';
import { countMedia } from './count-media.js';
import type { CountedMedia } from './counted-media.js';
import type { Media } from './media.js';

/** A medium and the model that is to see or hear it. */
export interface MediaTokensRequest extends Media {
  readonly model: ModelId;
}

/** An image and the model that is to see it. */
export type ImageTokensRequest = Omit<MediaTokensRequest, 'kind' | 'seconds' | 'pages'>;

/**
 * How many tokens a model counts for an image, a recording, a film or a document. Nothing is fetched: bytes, base64, a data URL
 * or the measures are enough, and what is not known makes a range.
 *
 * @param request - The model and the medium.
 *
 * @returns The tokens with their meter, how they were counted, and whether that is exact.
 *
 * @throws `PromptCostError` `unknown-model` for a model that is not known, `invalid-input` for a measure that nothing can have.
 *
 * @example
 * ```ts
 * mediaTokens({ model: 'gemini-2.5-flash', kind: 'audio', seconds: 60 }).tokens.likely; // 1920
 * ```
 */
export function mediaTokens(request: MediaTokensRequest): CountedMedia {
  checkFields('The request', request, { model: 'name', url: 'string?', mediaType: 'string?' });
  const found = resolveModel(request.model);
  if (!found.known) {
    const near = found.nearest.length > 0 ? ` Did you mean ${found.nearest.join(', ')}?` : '';
    throw new PromptCostError('unknown-model', `Unknown model ${shown(request.model)}.${near}`);
  }
  const name = modelRecord(found.model)?.media;
  return reading('The request', () => countMedia(request, name === undefined ? undefined : mediaRules(name)));
}

/**
 * How many tokens a model counts for an image.
 *
 * @param request - The model, with `width` and `height`, or with `bytes`: raw, base64 or a data URL; `detail` and `resolution`
 * as in the call.
 *
 * @returns The tokens with their meter, how they were counted, and whether that is exact.
 *
 * @throws `PromptCostError` `unknown-model` for a model that is not known, `invalid-input` for a side of 0.
 *
 * @example
 * ```ts
 * imageTokens({ model: 'gpt-4o', width: 1024, height: 1024 }).tokens.likely; // 765
 * imageTokens({ model: 'claude-opus-5', width: 1920, height: 1080 }).tokens.likely; // 2691
 * ```
 */
export function imageTokens(request: ImageTokensRequest): CountedMedia {
  return mediaTokens(reading('The request', () => ({ ...request, kind: 'image' })));
}
