import ai21 from './data/ai21.json' with { type: 'json' };
import alibaba from './data/alibaba.json' with { type: 'json' };
import amazon from './data/amazon.json' with { type: 'json' };
import anthropic from './data/anthropic.json' with { type: 'json' };
import cohere from './data/cohere.json' with { type: 'json' };
import deepseek from './data/deepseek.json' with { type: 'json' };
import google from './data/google.json' with { type: 'json' };
import meta from './data/meta.json' with { type: 'json' };
import microsoft from './data/microsoft.json' with { type: 'json' };
import minimax from './data/minimax.json' with { type: 'json' };
import mistral from './data/mistral.json' with { type: 'json' };
import moonshot from './data/moonshot.json' with { type: 'json' };
import nvidia from './data/nvidia.json' with { type: 'json' };
import openai from './data/openai.json' with { type: 'json' };
import perplexity from './data/perplexity.json' with { type: 'json' };
import thinkingmachines from './data/thinkingmachines.json' with { type: 'json' };
import xai from './data/xai.json' with { type: 'json' };
import xiaomi from './data/xiaomi.json' with { type: 'json' };
import zai from './data/zai.json' with { type: 'json' };
import { recordsOf, type VendorFile } from './family.js';
import type { ModelRecord } from './types.js';

/** Every model this library knows, by vendor. */
export const modelRecords: readonly ModelRecord[] = /* @__PURE__ */ (
  [
    openai,
    anthropic,
    google,
    deepseek,
    meta,
    alibaba,
    mistral,
    xai,
    moonshot,
    zai,
    minimax,
    cohere,
    amazon,
    microsoft,
    nvidia,
    xiaomi,
    thinkingmachines,
    perplexity,
    ai21,
  ] as readonly unknown[] as readonly VendorFile[]
).flatMap(recordsOf);

const byId: ReadonlyMap<string, ModelRecord> = /* @__PURE__ */ new Map(
  modelRecords.map((record) => [record.id, record]),
);

/**
 * The record of a model.
 *
 * @param model - A canonical id, as `resolveModel` returns it.
 *
 * @returns The record, or `undefined` when no model has that id.
 */
export function modelRecord(model: string): ModelRecord | undefined {
  return byId.get(model);
}
