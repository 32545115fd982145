import type { ChatTemplate } from './types.js';

/** Templates that were loaded, by name. It stands apart from what loads them, which most programs never need. */
export const loaded: Map<string, ChatTemplate> = /* @__PURE__ */ new Map();

/** The template of that name if `loadTemplate` has loaded it before. */
export function loadedTemplate(name: string): ChatTemplate | undefined {
  return loaded.get(name);
}
