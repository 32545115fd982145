import { assertCount } from './assert-quantities.js';
import { openAiUsage } from './openai-usage.js';
import { countOf, type Fields } from './read-field.js';
import type { Reading } from './types.js';

/**
 * Disjoint quantities of OpenAI's Realtime replies (`response.done`) and of its transcriptions.
 *
 * A transcription is billed by tokens or by the seconds of its recording, as its `type` says. Tokens that no details divide are taken for
 * sound: that is what a transcription reads, and the dearer.
 */
export function openAiAudioUsage(usage: Fields, reply: Fields): Reading {
  const { seconds } = usage;
  if (usage['type'] === 'duration') {
    assertCount('seconds', seconds, true);
    return { quantities: { audioSecond: seconds }, warnings: [] };
  }
  const reading = openAiUsage(usage, reply, 'openai-audio');
  const input = countOf(usage, 'input_tokens');
  if (usage['type'] !== 'tokens' || usage['input_token_details'] != null || input === 0) return reading;
  const { input: _, ...quantities } = reading.quantities;
  const message = `The reply does not divide its ${input} input_tokens into sound and text: billed as sound.`;
  return {
    quantities: { input: 0, ...quantities, inputAudio: input },
    warnings: [...reading.warnings, { code: 'usage-lossy', message }],
  };
}
