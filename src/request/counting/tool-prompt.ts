import type { ToolFraming } from '../../models/index.js';
import type { NormalRequest, TokenRange } from '../types.js';
import { exactly, rangeOf } from './ranges.js';

/**
 * What a provider adds once where a request has tools: the hidden instructions, as published for the model on that day, or the
 * range of those of its kin.
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
  const published = prompts?.[model]?.findLast(({ from = '' }) => from <= day);
  if (published) {
    const isForced = toolChoice === 'any' || typeof toolChoice === 'object';
    return exactly(isForced ? published.any : published.auto);
  }
  const hasSystem = messages.some(({ role }) => role === 'system' || role === 'developer');
  return rangeOf((hasSystem ? onceWithSystem : undefined) ?? once);
}
