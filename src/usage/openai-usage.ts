import type { Warning } from '../errors/index.js';
import { outputToolCalls, serverToolCalls } from './openai-tools.js';
import { countOf, type Fields, objectOf, rest, used } from './read-field.js';
import type { Reading, UsageShape } from './types.js';

/** The names under which a reply in the manner of OpenAI reports its counts: one set for Chat, one for Responses. */
interface OpenAiNames {
  readonly input: string;
  readonly output: string;
  readonly inputDetails: string;
  readonly outputDetails: string;
}

const CHAT: OpenAiNames = {
  input: 'prompt_tokens',
  output: 'completion_tokens',
  inputDetails: 'prompt_tokens_details',
  outputDetails: 'completion_tokens_details',
};

const RESPONSES: OpenAiNames = {
  input: 'input_tokens',
  output: 'output_tokens',
  inputDetails: 'input_tokens_details',
  outputDetails: 'output_tokens_details',
};

// Beside the details or in their place: DeepSeek, Mistral, Moonshot, gateways. They repeat one another and are never added.
const CACHED_ELSEWHERE = [
  'prompt_cache_hit_tokens',
  'num_cached_tokens',
  'cached_tokens',
  'cache_read_input_tokens',
];

/**
 * Disjoint quantities of a reply in the manner of OpenAI.
 *
 * The total decides what includes what, not the provider's name. `total = input + output`: the output includes the reasoning.
 * `total = input + output + reasoning`: it does not, as in xAI's Chat API. `total = input + output + cache`: the input does not include
 * what was cached. Without a total the shape's own rule holds: reasoning is apart in `xai-chat` only, the cache is in the input.
 * Rejected predictions are part of the output, and billed.
 *
 * @param usage - The usage object.
 * @param reply - The reply around it, whose output shows the calls of tools.
 * @param shape - Which of the shapes it has.
 *
 * @returns Quantities that add up, and a warning where the object contradicts itself.
 */
export function openAiUsage(usage: Fields, reply: Fields, shape: UsageShape): Reading {
  const names = Object.hasOwn(usage, CHAT.input) || Object.hasOwn(usage, CHAT.output) ? CHAT : RESPONSES;
  const before = objectOf(usage, names.inputDetails);
  const after = objectOf(usage, names.outputDetails);
  const counts: Counts = {
    input: countOf(usage, names.input),
    output: countOf(usage, names.output),
    reasoning: countOf(after, 'reasoning_tokens'),
    cacheRead: Math.max(
      countOf(before, 'cached_tokens'),
      ...CACHED_ELSEWHERE.map((name) => countOf(usage, name)),
    ),
    cacheWrite: Math.max(
      countOf(before, 'cache_write_tokens'),
      countOf(before, 'cache_creation_tokens'),
      countOf(usage, 'cache_creation_input_tokens'),
    ),
    total: usage['total_tokens'] == null ? undefined : countOf(usage, 'total_tokens'),
  };
  const { input, output, reasoning, cacheRead, cacheWrite } = counts;
  const apart = apartOf(counts, shape);
  const inputAudio = countOf(before, 'audio_tokens');
  const inputImage = shape === 'openai-images' ? countOf(before, 'image_tokens') : 0;
  const outputAudio = countOf(after, 'audio_tokens');
  const outputImage = countOf(after, 'image_tokens');
  const cached = apart.cache ? 0 : cacheRead + cacheWrite;
  const tools = [serverToolCalls(usage), outputToolCalls(reply)];
  return {
    quantities: {
      input: rest(
        names.input,
        input,
        'its cached, cache-written, audio and image tokens',
        cached + inputAudio + inputImage,
      ),
      output:
        rest(names.output, output, 'its audio and image tokens', outputAudio + outputImage) +
        (apart.reasoning ? reasoning : 0),
      ...used({ cacheRead, cacheWrite, inputAudio, outputAudio, inputImage, outputImage }),
      ...Object.assign({}, ...tools.map(({ quantities }) => quantities)),
    },
    warnings: [
      ...contradictions(counts, apart, names),
      ...missedCache(usage, counts),
      ...tools.flatMap(({ warnings }) => warnings),
    ],
  };
}

interface Counts {
  readonly input: number;
  readonly output: number;
  readonly reasoning: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly total: number | undefined;
}

/** What the totals leave out. */
interface Apart {
  readonly reasoning: boolean;
  readonly cache: boolean;
}

function apartOf(
  { input, output, reasoning, cacheRead, cacheWrite, total }: Counts,
  shape: UsageShape,
): Apart {
  if (total === undefined) return { reasoning: shape === 'xai-chat', cache: false };
  const beyond = total - input - output;
  return {
    reasoning: reasoning > 0 && beyond === reasoning,
    cache: cacheRead + cacheWrite > 0 && beyond !== reasoning && beyond === cacheRead + cacheWrite,
  };
}

function contradictions(counts: Counts, apart: Apart, names: OpenAiNames): Warning[] {
  const { input, output, reasoning, total } = counts;
  const warnings: Warning[] = [];
  const explained = apart.reasoning || apart.cache;
  if (total !== undefined && !explained && total !== input + output) {
    warnings.push({
      code: 'usage-total-mismatch',
      message: `${names.input} (${input}) and ${names.output} (${output}) do not add up to total_tokens (${total}); billed as listed.`,
    });
  }
  if (!apart.reasoning && reasoning > output) {
    warnings.push({
      code: 'usage-reasoning-exceeds-output',
      message: `reasoning_tokens (${reasoning}) exceed ${names.output} (${output}), which should include them; billed as listed.`,
    });
  }
  return warnings;
}

// DeepSeek gives both halves of the prompt.
function missedCache(usage: Fields, { input, cacheRead }: Counts): Warning[] {
  if (usage['prompt_cache_miss_tokens'] == null) return [];
  const missed = countOf(usage, 'prompt_cache_miss_tokens');
  if (cacheRead + missed === input) return [];
  const message = `The cache's hits (${cacheRead}) and misses (${missed}) do not add up to the prompt (${input}); billed by the hits.`;
  return [{ code: 'usage-total-mismatch', message }];
}
