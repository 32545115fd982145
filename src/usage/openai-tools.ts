import type { Warning } from '../errors/index.js';
import type { Quantities } from '../meters/index.js';
import { countOf, type Fields, isFields, objectOf, used } from './read-field.js';
import type { Reading } from './types.js';

// Calls that are billed by something which neither the usage nor the output tells.
const UNMETERED = {
  code_interpreter_calls: 'code interpreter',
  document_search_calls: 'document search',
  image_generation_calls: 'image generation',
} as const;

const OUTPUT_UNMETERED: Readonly<Record<string, string>> = {
  code_interpreter_call: UNMETERED.code_interpreter_calls,
  image_generation_call: UNMETERED.image_generation_calls,
};

/**
 * Calls of a provider's own tools, as a usage object counts them: xAI's `server_side_tool_usage_details`, OpenRouter's `server_tool_use`.
 *
 * @param usage - The usage object.
 *
 * @returns Searches by meter, and a warning for each tool that is billed by other units.
 */
export function serverToolCalls(usage: Fields): Reading {
  const details = objectOf(usage, 'server_side_tool_usage_details');
  const openRouter = objectOf(usage, 'server_tool_use');
  const warnings = Object.entries(UNMETERED).flatMap(([name, tool]) =>
    unmetered(tool, countOf(details, name)),
  );
  const sources = countOf(usage, 'num_sources_used');
  return {
    quantities: used({
      webSearch: countOf(details, 'web_search_calls') + countOf(openRouter, 'web_search_requests'),
      xSearch: countOf(details, 'x_search_calls'),
      fileSearch: countOf(details, 'file_search_calls'),
    }),
    warnings: [...warnings, ...unmetered('live search source', sources)],
  };
}

/**
 * Calls of OpenAI's own tools, as the output of a whole reply lists them. A search is billed; opening a page that it found is not.
 *
 * @param reply - The reply.
 *
 * @returns Searches by meter, and a warning for each tool that is billed by other units.
 */
export function outputToolCalls(reply: Fields): Reading {
  const output = reply['output'];
  const items = Array.isArray(output) ? output.filter(isFields) : [];
  const count = (type: string): number => items.filter((item) => item['type'] === type).length;
  const searches = items.filter((item) => item['type'] === 'web_search_call' && isSearch(item));
  return {
    quantities: used({
      webSearch: searches.length,
      fileSearch: count('file_search_call'),
    } satisfies Quantities),
    warnings: Object.entries(OUTPUT_UNMETERED).flatMap(([type, tool]) => unmetered(tool, count(type))),
  };
}

function isSearch({ action }: Fields): boolean {
  return !isFields(action) || action['type'] === undefined || action['type'] === 'search';
}

/**
 * The warning for what is billed by a unit that the reply does not tell.
 *
 * @param tool - Its name.
 * @param calls - How often it was used; nothing is said of 0.
 *
 * @returns One warning, or none.
 */
export function unmetered(tool: string, calls: number): Warning[] {
  if (calls === 0) return [];
  const times = `${calls} ${tool} ${calls === 1 ? 'use' : 'uses'}`;
  return [
    { code: 'usage-unmetered', message: `${times} may be billed apart; the reply does not say by what.` },
  ];
}
