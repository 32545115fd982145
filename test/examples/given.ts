// What examples take from their reader's own program: the prompt, the reply, the client of a provider, the bytes of a file.
import { KNOWN_PATTERNS } from '../../src/encodings/index.js';
import type { EstimateRequest, PromptRequest } from '../../src/entries/index.js';
import type { Calibration } from '../../src/entries/plan.js';
import type { PriceFeed, SellerFile } from '../../src/entries/prices-schema.js';
import { pdf as pdfFile, png } from '../request/media/files.js';

export { readFileSync } from 'node:fs';
export { default as o200k } from '../../src/encodings/o200k_base.js';

export const prompt: string = 'Why is the sky blue?';
export const messages: readonly object[] = [{ role: 'user', content: prompt }];
export const body: object = { model: 'gpt-4o', max_tokens: 500, messages };
export const book: string = `${prompt} `.repeat(2_000);
export const library: string = book.repeat(10);
export const signal: AbortSignal = new AbortController().signal;
export const picture: Uint8Array = png(1920, 1080);
export const pdf: Uint8Array = pdfFile(3);
export const pattern: string = KNOWN_PATTERNS.gpt2;

/** What xAI answered and charged $0.0001399 for. */
export const reply = {
  model: 'grok-3-mini',
  object: 'chat.completion',
  created: 1_770_774_041,
  usage: {
    prompt_tokens: 291,
    completion_tokens: 26,
    total_tokens: 506,
    prompt_tokens_details: { cached_tokens: 244 },
    completion_tokens_details: { reasoning_tokens: 189 },
    cost_in_usd_ticks: 1_399_000,
  },
};

/** What a client of OpenAI's answers. */
const answered = { usage: { prompt_tokens: 1_000, completion_tokens: 200 } };
export const callProvider = async (_maxOutputTokens: number): Promise<typeof answered> => answered;
export const openai = {
  chat: { completions: { create: async (_body: object): Promise<typeof answered> => answered } },
};

const system = 'Be brief. '.repeat(900);
export const lastRequest: PromptRequest = { system, messages };
export const nextRequest: EstimateRequest = {
  model: 'gpt-5',
  system,
  messages: [
    ...messages,
    { role: 'assistant', content: 'Air scatters blue light.' },
    { role: 'user', content: 'Why?' },
  ],
  output: 100,
};
export const known: Calibration = { version: 1, models: {} };

const sources = { contract: { ref: 'contract 7 of 2026', date: '2026-10-01' } };
export const ours: SellerFile = {
  seller: 'our-cluster',
  currency: 'USD',
  sources,
  offers: [],
  lists: [
    {
      sources: ['contract'],
      meters: ['input', 'output'],
      since: { '2026-10-01': { 'llama-3.3-70b': '0.2 0.3' } },
    },
  ],
};
export const feed: PriceFeed = { schemaVersion: 1, asOf: '2026-11-25', sellers: [ours] };

/** A list as LiteLLM publishes them, of two rows. */
export const text: string = JSON.stringify({
  o1: { litellm_provider: 'openai', mode: 'chat', input_cost_per_token: 1.5e-5, output_cost_per_token: 6e-5 },
  'wandb/meta-llama/Llama-3.3-70B-Instruct': {
    litellm_provider: 'wandb',
    mode: 'chat',
    input_cost_per_token: 0.135,
    output_cost_per_token: 0.54,
  },
});

export const url: string = 'https://prices.example.com/v1.json';
/** No example goes to the network: this answers like a server that is out of order. */
export const fetch = async (_url: string | URL): Promise<Response> => new Response(null, { status: 500 });
