import type { CountedTexts } from '../counting/count-request.js';
import type { Counter } from '../counting/counter.js';
import type { ReadRequest } from '../normal-request.js';
import type { ChatTemplate, TemplateOptions } from './types.js';

/** Counts a request by the prompt that one chat template renders; see `countRendered`. */
export type RenderedCount = (
  read: ReadRequest,
  counter: Counter,
  day: string,
  options?: Omit<TemplateOptions, 'date'>,
) => CountedTexts;

/** Templates that were loaded, by name, with what counts by them. It stands apart from what loads them, which most programs never need. */
export const loaded: Map<string, { readonly template: ChatTemplate; readonly count: RenderedCount }> =
  /* @__PURE__ */ new Map();

/** What counts by the template of that name if `loadTemplate` has loaded it before. */
export function loadedCount(name: string): RenderedCount | undefined {
  return loaded.get(name)?.count;
}
