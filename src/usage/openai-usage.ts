import type { Warning } from '../errors/index.js';
import type { Quantities } from '../meters/index.js';
import { countOf, objectOf, rest, used } from './read-field.js';

/** A usage object from outside; nothing in it is known yet. */
export interface UsageReport {
  readonly total_tokens?: unknown;
  readonly usage?: unknown;
  readonly [name: string]: unknown;
}

/** The names under which a reply in the manner of OpenAI reports its counts: one set for Chat, one for Responses. */
export interface OpenAiNames {
  readonly input: string;
  readonly output: string;
  readonly inputDetails: string;
  readonly outputDetails: string;
}

export const CHAT: OpenAiNames = {
  input: 'prompt_tokens',
  output: 'completion_tokens',
  inputDetails: 'prompt_tokens_details',
  outputDetails: 'completion_tokens_details',
};

export const RESPONSES: OpenAiNames = {
  input: 'input_tokens',
  output: 'output_tokens',
  inputDetails: 'input_tokens_details',
  outputDetails: 'output_tokens_details',
};

// Beside the details or in their place: DeepSeek, Mistral, Moonshot.
const CACHED_ELSEWHERE = ['prompt_cache_hit_tokens', 'num_cached_tokens', 'cached_tokens'];

/**
 * Disjoint quantities of a usage object in which the input includes what was cached.
 *
 * Whether the output includes the reasoning is decided by the total, not by the provider's name: OpenAI counts it in, and
 * `total = input + output`; xAI's Chat API leaves it out, and `total = input + output + reasoning`.
 *
 * @param usage - The object, of any provider that follows OpenAI's shape.
 * @param names - Which of the two shapes it has.
 *
 * @returns Quantities that add up, and a warning where the object contradicts itself.
 */
export function openAiQuantities(
  usage: UsageReport,
  names: OpenAiNames,
): { readonly quantities: Quantities; readonly warnings: readonly Warning[] } {
  const input = countOf(usage, names.input);
  const output = countOf(usage, names.output);
  const before = objectOf(usage, names.inputDetails);
  const after = objectOf(usage, names.outputDetails);
  const cacheRead = Math.max(
    countOf(before, 'cached_tokens'),
    ...CACHED_ELSEWHERE.map((name) => countOf(usage, name)),
  );
  const cacheWrite = countOf(before, 'cache_write_tokens');
  const inputAudio = countOf(before, 'audio_tokens');
  const outputAudio = countOf(after, 'audio_tokens');
  const reasoning = countOf(after, 'reasoning_tokens');
  const total = usage.total_tokens == null ? undefined : countOf(usage, 'total_tokens');
  const besides = reasoning > 0 && total === input + output + reasoning;
  const quantities = {
    input: rest(
      names.input,
      input,
      'its cached, cache-written and audio tokens',
      cacheRead + cacheWrite + inputAudio,
    ),
    output: rest(names.output, output, 'its audio tokens', outputAudio) + (besides ? reasoning : 0),
    ...used({ cacheRead, cacheWrite, inputAudio, outputAudio }),
  };
  const warnings: Warning[] = [];
  if (total !== undefined && !besides && total !== input + output) {
    warnings.push({
      code: 'usage-total-mismatch',
      message: `${names.input} (${input}) and ${names.output} (${output}) do not add up to total_tokens (${total}); billed as listed.`,
    });
  }
  if (!besides && reasoning > output) {
    warnings.push({
      code: 'usage-reasoning-exceeds-output',
      message: `reasoning_tokens (${reasoning}) exceed ${names.output} (${output}), which should include them; billed as listed.`,
    });
  }
  return { quantities, warnings };
}
