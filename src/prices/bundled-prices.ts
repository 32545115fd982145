import alibaba from './data/alibaba.json' with { type: 'json' };
import alibabaCn from './data/alibaba-cn.json' with { type: 'json' };
import anthropic from './data/anthropic.json' with { type: 'json' };
import azure from './data/azure.json' with { type: 'json' };
import bedrock from './data/bedrock.json' with { type: 'json' };
import calendars from './data/calendars.json' with { type: 'json' };
import cerebras from './data/cerebras.json' with { type: 'json' };
import cloudflare from './data/cloudflare.json' with { type: 'json' };
import cohere from './data/cohere.json' with { type: 'json' };
import deepinfra from './data/deepinfra.json' with { type: 'json' };
import deepseek from './data/deepseek.json' with { type: 'json' };
import deepseekCn from './data/deepseek-cn.json' with { type: 'json' };
import fireworks from './data/fireworks.json' with { type: 'json' };
import google from './data/google.json' with { type: 'json' };
import groq from './data/groq.json' with { type: 'json' };
import meta from './data/meta.json' with { type: 'json' };
import minimax from './data/minimax.json' with { type: 'json' };
import mistral from './data/mistral.json' with { type: 'json' };
import mistralEu from './data/mistral-eu.json' with { type: 'json' };
import moonshot from './data/moonshot.json' with { type: 'json' };
import moonshotCn from './data/moonshot-cn.json' with { type: 'json' };
import openai from './data/openai.json' with { type: 'json' };
import openrouter from './data/openrouter.json' with { type: 'json' };
import together from './data/together.json' with { type: 'json' };
import vertex from './data/vertex.json' with { type: 'json' };
import xai from './data/xai.json' with { type: 'json' };
import zai from './data/zai.json' with { type: 'json' };
import zaiCn from './data/zai-cn.json' with { type: 'json' };
import { type IndexedPrices, indexPrices } from './price-table.js';
import { offersIn, type SellerFile } from './seller-file.js';

const AS_OF = '2026-11-24';

// In the order in which the hosts of a model are listed.
const FILES: readonly unknown[] = [
  openai,
  anthropic,
  google,
  xai,
  mistral,
  deepseek,
  alibaba,
  moonshot,
  zai,
  minimax,
  cohere,
  meta,
  groq,
  together,
  fireworks,
  bedrock,
  azure,
  vertex,
  cerebras,
  cloudflare,
  deepinfra,
  openrouter,
  // What is also sold in another currency goes last.
  deepseekCn,
  zaiCn,
  moonshotCn,
  alibabaCn,
  mistralEu,
];

/** The prices in the package. */
export const bundledPrices: IndexedPrices = /* @__PURE__ */ indexPrices(
  AS_OF,
  (FILES as readonly SellerFile[]).flatMap(offersIn),
  calendars,
);
