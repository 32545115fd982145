import type { Reader } from '../src/prices/import/foreign-row.js';
import { readGenaiPrices } from '../src/prices/import/read-genai-prices.js';
import { readLangfuse } from '../src/prices/import/read-langfuse.js';
import { readLiteLLM } from '../src/prices/import/read-litellm.js';
import { readLlmPrices } from '../src/prices/import/read-llm-prices.js';
import { readModelsDev } from '../src/prices/import/read-models-dev.js';
import { readOpenRouter } from '../src/prices/import/read-openrouter.js';
import {
  readAiSdkCostCalculator,
  readCline,
  readGptTokenizer,
  readModelList,
  readPiAi,
} from './other-lists.js';

/** A list that somebody published, as it was on a day. */
export interface PublishedList {
  readonly name: string;
  /** The version that was read. */
  readonly ref: string;
  /** The day of its prices. */
  readonly date: string;
  readonly file: string;
  readonly read: Reader;
}

/** What our prices are held against. The files are not part of this repository. */
export const SOURCES: readonly PublishedList[] = [
  {
    name: 'litellm',
    ref: 'MrZhihao/cpa-model-prices@b446827f',
    date: '2026-08-21',
    file: 'litellm.model_prices.2026-08-21.plus4custom.json',
    read: readLiteLLM,
  },
  {
    name: 'models.dev',
    ref: 'anomalyco/models.dev@f3fc6922',
    date: '2026-07-02',
    file: 'models.dev-api.2026-07-02.json',
    read: readModelsDev,
  },
  {
    name: 'openrouter',
    ref: 'Prajwalsrinvas/token-tariff@dc2baf9d',
    date: '2026-08-01',
    file: 'openrouter.models.2026-08-01.json',
    read: readOpenRouter,
  },
  {
    name: 'genai-prices',
    ref: '@pydantic/genai-prices@0.1.8',
    date: '2026-09-23',
    file: 'genai-prices-0.1.8.data.json',
    read: readGenaiPrices,
  },
  {
    name: 'langfuse',
    ref: 'langfuse/langfuse@62751446',
    date: '2026-08-22',
    file: 'langfuse.default-model-prices.2026-08-22.json',
    read: readLangfuse,
  },
  {
    name: 'llm-prices',
    ref: 'simonw/llm-prices@723ef0bd',
    date: '2026-08-05',
    file: 'llm-prices.current-v1.2026-08-05.json',
    read: readLlmPrices,
  },
  {
    name: 'pi-ai',
    ref: '@earendil-works/pi-ai@1.5.2',
    date: '2026-11-10',
    file: 'pi-ai-1.5.2.providers.2026-11-10.json',
    read: readPiAi,
  },
  {
    name: 'cline',
    ref: '@cline/llms@0.0.86',
    date: '2026-09-27',
    file: 'cline-llms-0.0.86.models.json',
    read: readCline,
  },
  {
    name: 'ai-sdk-cost-calculator',
    ref: 'ai-sdk-cost-calculator@7.1.14',
    date: '2026-09-23',
    file: 'ai-sdk-cost-calculator-7.1.14.json',
    read: readAiSdkCostCalculator,
  },
  {
    name: 'llm-zoo',
    ref: 'llm-zoo@1.37.0',
    date: '2026-09-23',
    file: 'llm-zoo-1.37.0.json',
    read: readModelList,
  },
  {
    name: 'llm-info',
    ref: 'llm-info@1.0.69',
    date: '2026-05-16',
    file: 'llm-info-1.0.69.json',
    read: readModelList,
  },
  {
    name: 'gpt-tokenizer',
    ref: 'gpt-tokenizer@4.0.0',
    date: '2026-11-23', // it says no day; this is the day it was read
    file: 'gpt-tokenizer-4.0.0.models.json',
    read: readGptTokenizer,
  },
  {
    name: 'tokencost',
    ref: 'AgentOps-AI/tokencost@e7f7c192',
    date: '2025-09-01',
    file: 'tokencost.model_prices.2025-09-01.json',
    read: readLiteLLM,
  },
];
