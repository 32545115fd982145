import { THREE_SPLITS_AS_ONE } from '../../src/encodings/index.js';
import { byteLevelFile } from '../encodings/custom/tiny-tokenizers.js';
import { modelFile, smallPieces } from '../encodings/sentencepiece-file.js';
import { compiledBytes, RANKS } from './small-vocabularies.js';
import { SECRET } from './strange-values.js';
import {
  AT,
  CALIBRATION,
  CONDITIONS,
  ESTIMATE,
  encoding,
  estimator,
  MESSAGES,
  NOW,
  PARTS,
  REPLY,
  REQUEST,
  SELLER,
  SMALL,
  SOURCE,
  TOOL,
} from './valid-values.js';

/** By name: the arguments of a call that succeeds, with every option named. `'data'` is nothing to be called. */
export type ValidCalls = Readonly<Record<string, 'data' | (() => readonly unknown[])>>;

/** What `promptcost` and its subpaths export. */
export const EXPORTS: ValidCalls = {
  PromptCostError: 'data',
  costOfUsage: () => [REPLY, { model: 'gpt-4o', shape: 'openai-chat', ...CONDITIONS }],
  priceOf: () => ['gpt-4o', { ...CONDITIONS, variant: undefined, region: undefined, strict: true }],
  usageOf: () => [REPLY, { shape: 'openai-chat', model: 'gpt-4o' }],
  resolveModel: () => ['mistral-large-latest', { at: new Date(AT) }],
  listModels: () => [{ provider: 'openai', encoding: 'o200k_base' }],
  fromSentencePiece: () => [modelFile({ pieces: smallPieces('\u2581abc', ['ab']) })],
  fromTiktoken: () => [RANKS, THREE_SPLITS_AS_ONE, { '<end>': 299 }],
  fromTokenizerJson: () => [byteLevelFile(), { name_or_path: 'tiny' }],
  fromCompiled: () => [compiledBytes()],
  loadEncoding: () => ['r50k_base'],
  encodingFor: () => ['gpt-4o'],
  estimateCost: () => [REQUEST],
  estimateCostSync: () => [{ ...SMALL, encoding, cachedInput: 1 }],
  compareCosts: () => [{ ...REQUEST, model: undefined }, ['gpt-4o', 'o1']],
  countTokens: () => [PARTS, 'gpt-4o'],
  tokenize: () => [SECRET, 'gpt-4o'],
  createEstimator: () => [
    {
      prices: undefined,
      encodings: { r50k_base: encoding },
      now: NOW,
      calibration: CALIBRATION,
      countTokens: async () => 5,
    },
  ],
  explain: () => [ESTIMATE],
  requestFrom: () => [
    {
      model: 'gpt-4o',
      messages: MESSAGES,
      tools: [TOOL],
      tool_choice: 'auto',
      response_format: { type: 'json_object' },
      max_tokens: 5,
      n: 1,
      service_tier: 'flex',
    },
    { model: 'gpt-4o' },
  ],
  imageTokens: () => [{ model: 'gpt-4o', width: 100, height: 100, detail: 'high', resolution: 'low' }],
  mediaTokens: () => [
    {
      model: 'gemini-2.5-flash',
      kind: 'video',
      bytes: new Uint8Array(100),
      url: 'https://example.com/a',
      mediaType: 'video/mp4',
      width: 10,
      height: 10,
      seconds: 5,
      pages: 1,
      detail: 'low',
      resolution: 'low',
    },
  ],
  // promptcost/budget
  createBudget: () => [
    {
      caps: [{ scope: 'org', limit: '5', per: 'day' }],
      estimator,
      currency: 'USD',
      holdTtl: 1_000,
      now: NOW,
      onSettle: () => {},
    },
  ],
  memoryStore: () => [{ now: NOW, retention: 1_000, maxResolved: 5 }],
  fitsBudget: () => [SMALL, '5', estimator],
  assertWithinBudget: () => [SMALL, '5', estimator],
  // promptcost/plan
  affordableOutputTokens: () => [SMALL, '0.05', estimator],
  calibrate: () => [ESTIMATE, REPLY.usage, CALIBRATION],
  NO_CALIBRATION: 'data',
  cheapest: () => [{ input: 1_000, output: 5, at: AT }, ['gpt-4o', 'o1'], estimator],
  cliffs: () => [{ model: 'gemini-2.5-pro', input: 201_120, output: 1_000, at: AT }, estimator, 0.1],
  lighterTexts: () => [`${SECRET}  \n\n\n\n`, 'gpt-4o'],
  planConversation: () => [
    {
      model: 'gpt-4o',
      ...CONDITIONS,
      region: undefined,
      variant: undefined,
      ttl: '5m',
      turns: 2,
      systemTokens: 5,
      userTokens: [5, 6],
      outputTokens: 7,
      droppedTokens: 1,
      secondsBetweenTurns: 5,
    },
    estimator,
  ],
  savings: () => [SMALL, estimator],
  sharedPrefix: () => [
    { system: SECRET, messages: [MESSAGES[1]] },
    { ...SMALL, prompt: undefined, system: SECRET, messages: [MESSAGES[1]] },
    estimator,
  ],
  truncateToBudget: () => [{ ...SMALL, prompt: SECRET.repeat(20) }, '0.0002', estimator],
  // promptcost/prices/import
  checkPrices: () => [SELLER, { source: SOURCE, prices: undefined }],
  fromGenaiPrices: () => [
    [{ id: 'openai', models: [{ id: 'o1', prices: { input_mtok: 15, output_mtok: 60 } }] }],
    { source: SOURCE },
  ],
  fromLangfuse: () => [
    [{ modelName: 'o1', pricingTiers: [{ conditions: [], prices: { input: 1.5e-5, output: 6e-5 } }] }],
    { source: SOURCE },
  ],
  fromLiteLLM: () => [
    {
      o1: {
        litellm_provider: 'openai',
        mode: 'chat',
        input_cost_per_token: 1.5e-5,
        output_cost_per_token: 6e-5,
      },
    },
    { source: SOURCE },
  ],
  fromLlmPrices: () => [
    { prices: [{ vendor: 'openai', id: 'o1', input: 15, output: 60 }] },
    { source: SOURCE },
  ],
  fromModelsDev: () => [
    { openai: { models: { o1: { cost: { input: 15, output: 60 } } } } },
    { source: SOURCE },
  ],
  fromOpenRouter: () => [
    { data: [{ id: 'openai/o1', pricing: { prompt: '0.000015', completion: '0.00006' } }] },
    { source: SOURCE },
  ],
  refreshPrices: () => [
    {
      url: 'https://prices.example.com/v1.json',
      fetch: async () => ({ status: 500, headers: new Headers(), body: null }),
      cache: { read: async () => undefined, write: async () => {} },
      current: undefined,
      maxBytes: 1_000,
      sha256: 'a'.repeat(64),
      timeoutMs: 1_000,
      allow: ['groq/llama-3.3-70b'],
      now: NOW,
    },
  ],
  // promptcost/prices/schema
  priceTableFrom: () => [
    { schemaVersion: 1, asOf: '2026-01-01', calendars: {}, sellers: [SELLER] },
    { now: NOW },
  ],
  withPrices: () => [SELLER, undefined, { existing: 'keep', now: NOW }],
  sellerFileSchema: 'data',
  // promptcost/templates
  normalRequest: () => [PARTS],
  countPrompt: () => [
    { template: 'x', text: SECRET, pieces: [{ text: SECRET, control: false }], omitted: [] },
    encoding,
  ],
  loadTemplate: () => ['llama-3'],
  templateNames: 'data',
  // promptcost/node
  fileCache: () => ['prices.json'],
  // promptcost/encodings/*
  default: 'data',
};
