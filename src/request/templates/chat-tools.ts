import { PromptCostError } from '../../errors/index.js';
import type { Tool } from '../types.js';
import type { ChatTool } from './chat-message.js';
import type { TemplateFile } from './template-file.js';
import { DEEPEST, isTooDeep } from './too-deep.js';

/** The definitions that a template writes; those that it does not are omitted. */
export function chatTools(tools: readonly Tool[], file: TemplateFile, omitted: string[]): ChatTool[] {
  const isWritten = ({ kind }: Tool): boolean => file.tools === true && kind === 'function';
  for (const tool of tools) if (!isWritten(tool)) omitted.push(tool.path);
  return tools.filter(isWritten).map(({ name, description, parameters, path }) => ({
    type: 'function',
    function: {
      name,
      ...(description === undefined ? {} : { description }),
      ...(parameters === undefined ? {} : { parameters: plain(parameters, path) }),
    },
  }));
}

/** The schema as JSON has it. */
function plain(schema: unknown, path: string): unknown {
  try {
    const value = JSON.parse(JSON.stringify(schema) ?? 'null') as unknown;
    if (!isTooDeep(value)) return value;
  } catch {
    // Circular, or so deep that writing it overflows.
  }
  throw new PromptCostError(
    'invalid-input',
    `The parameters of ${path} are no JSON, or nest deeper than ${DEEPEST} levels.`,
  );
}
