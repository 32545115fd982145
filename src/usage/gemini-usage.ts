import type { Warning } from '../errors/index.js';
import { unmetered } from './openai-tools.js';
import { countOf, type Fields, isFields, listOf, rest, used } from './read-field.js';
import type { Reading } from './types.js';

/**
 * Disjoint quantities of Gemini's usage: the prompt includes what was cached, and not what tools put into it; the candidates do not
 * include the thoughts, which are billed as output.
 *
 * Audio, images and video have meters of their own on the way in, so far as the details say how many tokens they took; text and
 * documents are `input`.
 */
export function geminiUsage(usage: Fields, reply: Fields): Reading {
  const prompt = countOf(usage, 'promptTokenCount');
  const tools = countOf(usage, 'toolUsePromptTokenCount');
  const candidates = countOf(usage, 'candidatesTokenCount');
  const thoughts = countOf(usage, 'thoughtsTokenCount');
  const cached = countOf(usage, 'cachedContentTokenCount');
  const [audio, image, video] = modalities(usage, 'promptTokensDetails');
  const [cachedAudio, cachedImage, cachedVideo] = modalities(usage, 'cacheTokensDetails');
  const [outputAudio, outputImage] = modalities(usage, 'candidatesTokensDetails');
  const inputAudio = rest('the audio of promptTokensDetails', audio, 'its cached part', cachedAudio);
  const inputImage = rest('the images of promptTokensDetails', image, 'their cached part', cachedImage);
  const inputVideo = rest('the video of promptTokensDetails', video, 'its cached part', cachedVideo);
  const apart = cached + inputAudio + inputImage + inputVideo;
  const warnings: Warning[] = groundings(reply);
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
      input: rest('promptTokenCount', prompt, 'its cached, audio, image and video tokens', apart) + tools,
      output:
        rest('candidatesTokenCount', candidates, 'its audio and image tokens', outputAudio + outputImage) +
        thoughts,
      ...used({
        cacheRead: rest('cachedContentTokenCount', cached, 'its audio and images', cachedAudio + cachedImage),
        cacheReadAudio: cachedAudio,
        cacheReadImage: cachedImage,
        inputAudio,
        inputImage,
        inputVideo,
        outputAudio,
        outputImage,
      }),
    },
    warnings,
  };
}

// Google bills grounding by the prompt or by the query, as the model's generation has it.
function groundings(reply: Fields): Warning[] {
  const { candidates } = reply;
  const queries = (Array.isArray(candidates) ? candidates : [])
    .filter(isFields)
    .map(({ groundingMetadata: grounding }) => (isFields(grounding) ? grounding['webSearchQueries'] : []))
    .reduce((sum: number, each) => sum + (Array.isArray(each) ? each.length : 0), 0);
  return unmetered('web search', queries);
}

/** Tokens of audio, images and video in a list of `{ modality, tokenCount }`. */
function modalities(usage: Fields, name: string): [audio: number, image: number, video: number] {
  const details = listOf(usage, name);
  const of = (modality: string): number =>
    details
      .filter((detail) => detail['modality'] === modality)
      .reduce((sum, detail) => sum + countOf(detail, 'tokenCount'), 0);
  return [of('AUDIO'), of('IMAGE'), of('VIDEO')];
}
