// biome-ignore-all assist/source/organizeImports: in an order that compresses well, kin beside kin; it saves a bundle 0.7 kB.
import openai from './data/openai.json' with { type: 'json' };
import xai from './data/xai.json' with { type: 'json' };
import anthropic from './data/anthropic.json' with { type: 'json' };
import deepseek from './data/deepseek.json' with { type: 'json' };
import deepseekCn from './data/deepseek-cn.json' with { type: 'json' };
import vercel from './data/vercel.json' with { type: 'json' };
import xiaomi from './data/xiaomi.json' with { type: 'json' };
import baseten from './data/baseten.json' with { type: 'json' };
import fireworks from './data/fireworks.json' with { type: 'json' };
import vertex from './data/vertex.json' with { type: 'json' };
import databricks from './data/databricks.json' with { type: 'json' };
import openrouter from './data/openrouter.json' with { type: 'json' };
import azure from './data/azure.json' with { type: 'json' };
import bedrock from './data/bedrock.json' with { type: 'json' };
import ovhcloud from './data/ovhcloud.json' with { type: 'json' };
import nebius from './data/nebius.json' with { type: 'json' };
import ai21 from './data/ai21.json' with { type: 'json' };
import minimax from './data/minimax.json' with { type: 'json' };
import moonshot from './data/moonshot.json' with { type: 'json' };
import cloudflare from './data/cloudflare.json' with { type: 'json' };
import friendli from './data/friendli.json' with { type: 'json' };
import crusoe from './data/crusoe.json' with { type: 'json' };
import together from './data/together.json' with { type: 'json' };
import alibaba from './data/alibaba.json' with { type: 'json' };
import alibabaCn from './data/alibaba-cn.json' with { type: 'json' };
import scaleway from './data/scaleway.json' with { type: 'json' };
import google from './data/google.json' with { type: 'json' };
import mistral from './data/mistral.json' with { type: 'json' };
import zai from './data/zai.json' with { type: 'json' };
import zaiCn from './data/zai-cn.json' with { type: 'json' };
import meta from './data/meta.json' with { type: 'json' };
import groq from './data/groq.json' with { type: 'json' };
import cerebras from './data/cerebras.json' with { type: 'json' };
import cohere from './data/cohere.json' with { type: 'json' };
import perplexity from './data/perplexity.json' with { type: 'json' };
import mistralEu from './data/mistral-eu.json' with { type: 'json' };
import moonshotCn from './data/moonshot-cn.json' with { type: 'json' };
import hyperbolic from './data/hyperbolic.json' with { type: 'json' };
import nscale from './data/nscale.json' with { type: 'json' };
import novita from './data/novita.json' with { type: 'json' };
import sambanova from './data/sambanova.json' with { type: 'json' };
import deepinfra from './data/deepinfra.json' with { type: 'json' };
import siliconflow from './data/siliconflow.json' with { type: 'json' };
import wandb from './data/wandb.json' with { type: 'json' };
import digitalocean from './data/digitalocean.json' with { type: 'json' };
import listings from './data/listings.json' with { type: 'json' };
import type { SellerFile } from './seller-file.js';

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
  xiaomi,
  perplexity,
  ai21,
  groq,
  together,
  fireworks,
  bedrock,
  azure,
  vertex,
  cerebras,
  cloudflare,
  deepinfra,
  novita,
  nebius,
  siliconflow,
  baseten,
  sambanova,
  databricks,
  digitalocean,
  scaleway,
  ovhcloud,
  wandb,
  nscale,
  friendli,
  crusoe,
  hyperbolic,
  openrouter,
  vercel,
  // What is also sold in another currency goes last.
  deepseekCn,
  zaiCn,
  moonshotCn,
  alibabaCn,
  mistralEu,
];

/** The files of `prices/data`, each with the sources that several of them cite. */
export const bundledFiles: readonly SellerFile[] = /* @__PURE__ */ (FILES as readonly SellerFile[]).map(
  (file) => ({
    ...file,
    sources: { ...listings, ...file.sources },
  }),
);
