import { outputToolCalls, serverToolCalls } from './openai-tools.js';
import { apartOf, type Counts, contradictions, missedCache } from './openai-totals.js';
import { type Media, promptParts } from './prompt-parts.js';
import { countOf, type Fields, isFields, objectOf, rest, used } from './read-field.js';
import type { Reading, UsageShape } from './types.js';

/** The names under which a reply in the manner of OpenAI reports its counts: one set for Chat, one for Responses, one for Realtime. */
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

// Of Realtime and of transcriptions: the token in the singular.
const AUDIO: OpenAiNames = {
  ...RESPONSES,
  inputDetails: 'input_token_details',
  outputDetails: 'output_token_details',
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
 * Rejected predictions are part of the output, and billed. The output of Images is the picture, as far as the details do not say that it
 * is text.
 *
 * @param usage - The usage object.
 * @param reply - The reply around it, whose output shows the calls of tools.
 * @param shape - Which of the shapes it has.
 *
 * @returns Quantities that add up, and a warning where the object contradicts itself.
 */
export function openAiUsage(usage: Fields, reply: Fields, shape: UsageShape): Reading {
  const names = namesIn(usage, shape);
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
  const prompt = promptParts({
    name: names.input,
    whole: input + (apart.cache ? cacheRead + cacheWrite : 0),
    cacheRead,
    cacheWrite,
    media: mediaIn(before, shape),
    cachedMedia: isFields(before['cached_tokens_details'])
      ? mediaIn(before['cached_tokens_details'], shape)
      : undefined,
  });
  const outputAudio = countOf(after, 'audio_tokens');
  const outputImage =
    shape === 'openai-images' && after['image_tokens'] == null
      ? rest(names.output, output, 'its text', countOf(after, 'text_tokens'))
      : countOf(after, 'image_tokens');
  const tools = [serverToolCalls(usage), outputToolCalls(reply)];
  return {
    quantities: {
      ...prompt.quantities,
      output:
        rest(names.output, output, 'its audio and image tokens', outputAudio + outputImage) +
        (apart.reasoning ? reasoning : 0),
      ...used({ outputAudio, outputImage }),
      ...Object.assign({}, ...tools.map(({ quantities }) => quantities)),
    },
    warnings: [
      ...prompt.warnings,
      ...contradictions(counts, apart, names),
      ...missedCache(usage, counts),
      ...tools.flatMap(({ warnings }) => warnings),
    ],
  };
}

function namesIn(usage: Fields, shape: UsageShape): OpenAiNames {
  if (shape === 'openai-audio') return AUDIO;
  return Object.hasOwn(usage, CHAT.input) || Object.hasOwn(usage, CHAT.output) ? CHAT : RESPONSES;
}

// Pictures in a chat are billed as text, whatever the details say.
function mediaIn(details: Fields, shape: UsageShape): Media {
  const apart = shape === 'openai-images' || shape === 'openai-audio';
  return {
    audio: countOf(details, 'audio_tokens'),
    image: apart ? countOf(details, 'image_tokens') : 0,
    video: 0,
  };
}
