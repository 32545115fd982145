import type { Message, NormalRequest, Part, ResponseFormat, Tool } from '../request/index.js';

/** A block of a request, in the order in which a provider reads it: a tool, the shape of the answer, or a part of a message. */
export interface PromptBlock {
  /** Of the tool, or of the message that the block is a part of. */
  readonly path: string;
  /** All that it says, in one form. */
  readonly content: string;
  /** Of a message: its place among the parts. */
  readonly message?: Message;
  readonly part?: number;
  /** Whether it stands before all that the user and the model say. */
  readonly isSetup: boolean;
  /** How long the provider is asked to keep the prompt that ends here. */
  readonly cached?: Tool['cached'];
}

/**
 * The blocks of a request: tools, the shape of the answer, the system text, messages.
 *
 * A mark that stands alone, as Bedrock's, belongs to the block before it.
 */
export function promptBlocks({ tools, messages, responseFormat }: NormalRequest): PromptBlock[] {
  const blocks = [...tools.map(toolBlock), ...(responseFormat ? [formatBlock(responseFormat)] : [])];
  for (const block of messageBlocks(messages)) {
    const last = blocks.at(-1);
    const part = block.message?.parts[block.part ?? 0];
    if (last && part?.kind === 'text' && part.text === '' && part.cached) {
      blocks[blocks.length - 1] = { ...last, cached: longer(last.cached, part.cached) };
    } else blocks.push(block);
  }
  return blocks;
}

/** What a request says of the use of its tools: nothing is `auto`, and without tools it does not matter. */
export function toolChoiceText({ tools, toolChoice = 'auto' }: NormalRequest): string {
  return tools.length === 0 ? '' : JSON.stringify(toolChoice);
}

function toolBlock(tool: Tool): PromptBlock {
  const content = JSON.stringify({ ...tool, path: '', cached: undefined });
  return { path: tool.path, content, isSetup: true, ...(tool.cached && { cached: tool.cached }) };
}

function formatBlock(format: ResponseFormat): PromptBlock {
  return { path: 'responseFormat', content: JSON.stringify(format), isSetup: true };
}

function messageBlocks(messages: readonly Message[]): PromptBlock[] {
  const first = messages.findIndex(({ role }) => role !== 'system' && role !== 'developer');
  return messages.flatMap((message, i) => {
    const { role, name, path } = message;
    const isSetup = first === -1 || i < first;
    // An empty message is a block too.
    const parts: readonly (Part | undefined)[] = message.parts.length > 0 ? message.parts : [undefined];
    return parts.map((each, part): PromptBlock => {
      const content = JSON.stringify([part === 0 ? [role, name] : [], each], withoutPath);
      const isLast = part === parts.length - 1;
      const cached = longer(each && lifetimeOf(each), isLast ? message.cached : undefined);
      return { path, content, message, part, isSetup, ...(cached && { cached }) };
    });
  });
}

function lifetimeOf(part: Part): Tool['cached'] {
  const inner = part.kind === 'toolResult' ? part.parts.map(lifetimeOf) : [];
  return [part.cached, ...inner].reduce(longer, undefined);
}

function longer(a: Tool['cached'], b: Tool['cached']): Tool['cached'] {
  return a === '1h' || b === '1h' ? '1h' : (a ?? b);
}

// The same message may stand at another place, and a mark for the cache be moved; bytes are compared by what they hold.
function withoutPath(key: string, value: unknown): unknown {
  if (key === 'path' || key === 'cached') return undefined;
  return value instanceof Uint8Array ? Array.from(value).join() : value;
}
