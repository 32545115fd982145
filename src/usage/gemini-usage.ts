import type { Warning } from '../errors/index.js';
import { geminiSearches } from './gemini-searches.js';
import { type Media, promptParts } from './prompt-parts.js';
import { countOf, type Fields, listOf, rest, used } from './read-field.js';
import type { Reading } from './types.js';

const NONE: Media = { audio: 0, image: 0, video: 0 };

/**
 * Disjoint quantities of Gemini's usage: the prompt includes what was cached, and not what tools put into it; the candidates do not
 * include the thoughts, which are billed as output.
 *
 * Audio, images and video have meters of their own on the way in, so far as the details say how many tokens they took; text and
 * documents are `input`.
 *
 * @param usage - The usage object.
 * @param reply - The reply around it, which shows the searches.
 * @param model - The model that was called, which decides what counts as one search.
 */
export function geminiUsage(usage: Fields, reply: Fields, model: string | undefined): Reading {
  const prompt = countOf(usage, 'promptTokenCount');
  const tools = countOf(usage, 'toolUsePromptTokenCount');
  const candidates = countOf(usage, 'candidatesTokenCount');
  const thoughts = countOf(usage, 'thoughtsTokenCount');
  const cached = countOf(usage, 'cachedContentTokenCount');
  const cachedMedia = mediaIn(usage, 'cacheTokensDetails');
  const made = mediaIn(usage, 'candidatesTokensDetails') ?? NONE;
  const parts = promptParts({
    name: 'promptTokenCount',
    whole: prompt,
    cacheRead: cached,
    cacheWrite: 0,
    media: mediaIn(usage, 'promptTokensDetails') ?? cachedMedia ?? NONE,
    cachedMedia,
  });
  const searches = geminiSearches(reply, model);
  const warnings: Warning[] = [...parts.warnings, ...searches.warnings];
  const total = countOf(usage, 'totalTokenCount');
  const sum = prompt + tools + candidates + thoughts;
  if (usage['totalTokenCount'] !== undefined && total !== sum) {
    warnings.push({
      code: 'usage-total-mismatch',
      message: `The prompt, tools, candidates and thoughts add up to ${sum}, not to totalTokenCount (${total}); billed as listed.`,
    });
  }
  return {
    quantities: {
      ...parts.quantities,
      input: parts.quantities.input! + tools,
      output:
        rest('candidatesTokenCount', candidates, 'its audio and image tokens', made.audio + made.image) +
        thoughts,
      ...used({ outputAudio: made.audio, outputImage: made.image }),
      ...searches.quantities,
    },
    warnings,
  };
}

/** Tokens of audio, images and video in a list of `{ modality, tokenCount }`; `undefined` where there is no list. */
function mediaIn(usage: Fields, name: string): Media | undefined {
  if (usage[name] == null) return undefined;
  const details = listOf(usage, name);
  const of = (modality: string): number =>
    details
      .filter((detail) => detail['modality'] === modality)
      .reduce((sum, detail) => sum + countOf(detail, 'tokenCount'), 0);
  return { audio: of('AUDIO'), image: of('IMAGE'), video: of('VIDEO') };
}
