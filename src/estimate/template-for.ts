import { PromptCostError } from '../errors/index.js';
import type { ModelRecord } from '../models/index.js';
import { loadedCount, openTemplate, type RenderedCount } from '../request/index.js';
import type { EstimateRequest } from './types.js';

/** Finds what counts by the chat templates of models. */
export interface Templates {
  /** That of a model, loaded if need be; `undefined` where there is none, or what renders it is not installed. */
  find(record: ModelRecord, request: EstimateRequest): Promise<RenderedCount | undefined>;
  /** The same if it has been loaded before. */
  findNow(record: ModelRecord): RenderedCount | undefined;
}

/** @returns One that asks for the optional package once. */
export function createTemplates(): Templates {
  let isAbsent = false;
  return {
    async find({ template }, { messages, tools }) {
      if (isAbsent || template === undefined || !(messages ?? tools)) return undefined;
      try {
        return await openTemplate(template);
      } catch (error) {
        isAbsent = error instanceof PromptCostError && error.code === 'missing-package';
        if (isAbsent) return undefined;
        throw error;
      }
    },
    findNow: ({ template }) => (template === undefined ? undefined : loadedCount(template)),
  };
}
