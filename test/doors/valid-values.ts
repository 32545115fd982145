import {
  type Conditions,
  createEstimator,
  type Encoding,
  type Estimate,
  type EstimateRequest,
  type Estimator,
  loadEncoding,
  type PromptRequest,
} from '../../src/entries/index.js';
import type { Calibration } from '../../src/entries/plan.js';
import { SECRET } from './strange-values.js';

export const AT = '2026-01-15';
export const NOW = (): Date => new Date('2026-01-15T00:00:00Z');

/** All conditions that a price may have. */
export const CONDITIONS: Conditions = {
  at: AT,
  provider: 'openai',
  serviceTier: 'standard',
  region: 'us',
  speed: 'standard',
  thinking: false,
  variant: 'standard',
};

/** A whole reply of OpenAI's. */
export const REPLY = {
  id: 'x',
  model: 'gpt-4o',
  created: 1_768_435_200,
  service_tier: 'default',
  usage: {
    prompt_tokens: 1_000,
    completion_tokens: 200,
    total_tokens: 1_200,
    prompt_tokens_details: { cached_tokens: 100, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 50 },
    cost: 0.01,
  },
} as const;

export const TOOL: object = {
  type: 'function',
  function: {
    name: 'look_up',
    description: SECRET,
    parameters: { type: 'object', properties: { word: { type: 'string', description: SECRET } } },
  },
};

export const MESSAGES: readonly object[] = [
  { role: 'user', name: 'ada', content: [{ type: 'text', text: SECRET }] },
  {
    role: 'assistant',
    content: null,
    tool_calls: [{ id: 'c1', type: 'function', function: { name: 'look_up', arguments: '{"word":"x"}' } }],
  },
  { role: 'tool', tool_call_id: 'c1', content: SECRET },
  {
    role: 'user',
    content: [{ type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: 'low' } }],
  },
];

/** All that a prompt may be made of. */
export const PARTS: PromptRequest = {
  messages: MESSAGES,
  system: SECRET,
  tools: [TOOL],
  toolChoice: 'auto',
  responseFormat: { type: 'json_schema', json_schema: { name: 'reply', schema: { type: 'object' } } },
};

/** Two vocabularies in memory, so that synchronous calls find theirs. */
export const encoding: Encoding = await loadEncoding('r50k_base');
await loadEncoding('o200k_base');

export const estimator: Estimator = createEstimator({ now: NOW });

/** A call that names all there is to name. */
export const REQUEST: EstimateRequest = {
  model: 'gpt-4o',
  ...PARTS,
  ...CONDITIONS,
  region: undefined,
  variant: undefined,
  output: { expected: 5, max: 10 },
  cachedInput: { read: 1, write: 1, ttl: '5m' },
  choices: 2,
  calls: 3,
};

/** A small one, for doors that make many estimates of it. */
export const SMALL: EstimateRequest = { model: 'gpt-4o', prompt: SECRET, output: { max: 10 }, at: AT };

export const ESTIMATE: Estimate = await estimator.estimateCost(REQUEST);

export const CALIBRATION: Calibration = {
  version: 1,
  models: { 'gpt-4o at openai': { input: { openai: [[1, 1, 1, 1, 1, 2]] }, output: [5] } },
};

/** One seller's prices, in one period with one rule. */
export const SELLER: object = {
  seller: 'groq',
  currency: 'USD',
  sources: { list: { ref: 'https://groq.com/pricing', date: '2026-01-01' } },
  rules: {
    batch: { kind: 'multiply', when: { serviceTier: ['batch'], promptTokens: { gt: 5 } }, by: '1/2' },
  },
  offers: [
    {
      model: 'llama-3.3-70b',
      periods: [
        {
          from: null,
          rates: { input: '0.59', output: '0.79' },
          rules: ['batch'],
          sources: ['list'],
          checked: '2026-01-01',
        },
      ],
    },
  ],
};

export const SOURCE = { ref: 'somebody/prices@1', date: '2026-08-21' };
