import type { Warning } from '../errors/index.js';
import type { Quantities } from '../meters/index.js';
import { rest, used } from './read-field.js';

/** Tokens of what is not text. */
export interface Media {
  readonly audio: number;
  readonly image: number;
  readonly video: number;
}

/** A prompt as a reply divides it: once by what answered it, once by what it is made of. */
export interface Prompt {
  /** The reply's word for the whole, for messages. */
  readonly name: string;
  readonly whole: number;
  /** Of the whole: read from the cache, and written to it. */
  readonly cacheRead: number;
  readonly cacheWrite: number;
  /** Of the whole, cached or not. */
  readonly media: Media;
  /** Of `cacheRead`; `undefined` where the reply does not tell. */
  readonly cachedMedia: Media | undefined;
}

// The cheaper first: what may have been cached is then the cheaper, and the bill is never too low.
const KINDS = ['video', 'image', 'audio'] as const;
const NONE: Media = { audio: 0, image: 0, video: 0 };

/**
 * Disjoint quantities of a prompt.
 *
 * Where a reply does not tell what was cached, that is text as far as there is text, since fresh media cost more than fresh text; the
 * cached tokens beyond it must be media, and a warning says so. Parts that exceed their whole are an error.
 *
 * @param prompt - What the reply says.
 *
 * @returns Quantities that add up to the whole, and the warning.
 *
 * @example
 * ```ts
 * // 100 tokens, 60 of them cached and 60 of them sound: 40 of text are cached, and 20 of sound
 * promptParts({ name: 'prompt_tokens', whole: 100, cacheRead: 60, cacheWrite: 0, media: { audio: 60, image: 0, video: 0 }, cachedMedia: undefined });
 * // { quantities: { input: 0, cacheRead: 40, cacheReadAudio: 20, inputAudio: 40 }, warnings: [ … ] }
 * ```
 */
export function promptParts(prompt: Prompt): {
  readonly quantities: Quantities;
  readonly warnings: readonly Warning[];
} {
  const { name, whole, cacheRead, cacheWrite, media } = prompt;
  const cached = { ...(prompt.cachedMedia ?? NONE) };
  const text = rest(name, whole, 'its audio, image and video tokens', sum(media));
  rest(name, whole, 'its cached and cache-written tokens', cacheRead + cacheWrite);
  const fresh = { ...media };
  for (const kind of KINDS) {
    fresh[kind] = rest(`The ${kind} of the prompt`, media[kind], 'its cached part', cached[kind]);
  }
  let open = rest('The cached tokens', cacheRead, 'their audio, image and video', sum(cached));
  const beyond = Math.max(0, open + cacheWrite - text);
  if (prompt.cachedMedia && open > text) rest('The text of the prompt', text, 'its cached part', open);
  let left = beyond;
  for (const kind of KINDS) {
    const taken = Math.min(left, fresh[kind]);
    const read = Math.min(taken, open);
    fresh[kind] -= taken;
    cached[kind] += read;
    open -= read;
    left -= taken;
  }
  return {
    quantities: {
      input: Math.max(0, text - open - cacheWrite),
      ...used({
        // No seller has a rate of its own for cached video.
        cacheRead: open + cached.video,
        cacheWrite,
        cacheReadAudio: cached.audio,
        cacheReadImage: cached.image,
        inputAudio: fresh.audio,
        inputImage: fresh.image,
        inputVideo: fresh.video,
      }),
    },
    warnings: beyond > 0 ? [overlap(prompt, beyond)] : [],
  };
}

function overlap({ name, whole, cacheRead, cacheWrite, media }: Prompt, beyond: number): Warning {
  const message = `${name} (${whole}) is less than its cached (${cacheRead + cacheWrite}) and its audio, image and video tokens (${sum(media)}) together: ${beyond} are both, billed as cached.`;
  return { code: 'usage-parts-overlap', message };
}

function sum({ audio, image, video }: Media): number {
  return audio + image + video;
}
