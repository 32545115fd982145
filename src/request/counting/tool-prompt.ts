import type { ToolFraming } from '../../models/index.js';
import type { NormalRequest, TokenRange } from '../types.js';
import { exactly, rangeOf } from './ranges.js';

/**
 * What a provider adds once where a request has tools: the hidden instructions, as published for the model, or the range of those of
 * its kin.
 *
 * Pages say when they were seen and not since when they hold: before the newest one, both what it says and what older ones said is
 * possible.
 *
 * @param framing - How the provider writes tools.
 * @param model - The canonical id.
 * @param request - Whose tool choice decides, and whether it has a system message.
 * @param day - ISO date.
 */
export function toolPrompt(
  { once, onceWithSystem, prompts }: ToolFraming,
  model: string,
  { toolChoice, messages }: NormalRequest,
  day: string,
): TokenRange {
  const published = prompts?.[model];
  const newest = published?.at(-1);
  if (newest) {
    const choice = toolChoice === 'any' || typeof toolChoice === 'object' ? 'any' : 'auto';
    if (day >= (newest.from ?? '')) return exactly(newest[choice]);
    const counts = published!.map((page) => page[choice]);
    return { low: Math.min(...counts), likely: newest[choice], high: Math.max(...counts) };
  }
  const hasSystem = messages.some(({ role }) => role === 'system' || role === 'developer');
  return rangeOf((hasSystem ? onceWithSystem : undefined) ?? once);
}
