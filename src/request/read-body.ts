import { PromptCostError } from '../errors/index.js';
import { cacheMark, markedLast } from './dialects/cache-mark.js';
import { defined, either, type Fields, fieldsOf, isFields, textOf } from './dialects/fields.js';
import { listedTools } from './dialects/tools.js';
import type { RequestParts } from './normal-request.js';

/** What a provider's request body says of its cost. */
export interface ReadBody extends Omit<RequestParts, 'tools'> {
  readonly model: string;
  readonly tools?: readonly unknown[];
  readonly output?: { readonly max: number };
  readonly toolUses?: { readonly max: number };
  readonly choices?: number;
  readonly serviceTier?: 'standard' | 'batch' | 'flex' | 'priority';
  readonly speed?: 'standard' | 'fast';
  readonly region?: string;
  readonly thinking?: boolean;
}

/** Fields that name something the provider holds and adds to the prompt: it cannot be counted from the body. */
const HELD_ELSEWHERE = [
  'previous_response_id',
  'previousResponseId',
  'conversation',
  'cachedContent',
  'cached_content',
];

/**
 * Reads a request body of any dialect.
 *
 * @param body - As it is posted, or as an SDK's call takes it.
 * @param model - For a body that does not name its model, as Gemini's do not.
 */
export function readBody(body: unknown, model?: string): ReadBody {
  if (!isFields(body)) throw refused('The request body is no object');
  const named = model ?? textOf(body['model']) ?? textOf(fieldsOf(body['model'])['modelId']);
  if (named === undefined)
    throw refused('The request body names no model', "Pass { model: 'gemini-2.5-pro' }");
  const held = HELD_ELSEWHERE.find((field) => isFields(body[field]) || textOf(body[field]));
  if (held) {
    throw refused(`${held} names a text that only the provider has`, 'Pass its messages in its place');
  }
  // The SDKs of Gemini and Bedrock keep most of it one level down.
  const config = { ...fieldsOf(body['config']), ...fieldsOf(body['generationConfig']) };
  const all: Fields = { ...config, ...fieldsOf(body['inferenceConfig']), ...body };
  return defined({
    model: named,
    ...saidIn(all),
    system: all['system'] ?? all['instructions'] ?? either(all, 'systemInstruction', 'system_instruction'),
    tools: toolsIn(all),
    toolChoice: toolChoiceIn(all),
    responseFormat: responseFormatIn(all),
    ...conditionsIn(all),
  });
}

function saidIn(all: Fields): Pick<RequestParts, 'prompt' | 'messages'> {
  const said = all['messages'] ?? all['input'] ?? all['contents'] ?? all['prompt'];
  const { cached } = cacheMark(all);
  // A mark on the whole body is one on its last message.
  if (cached && (Array.isArray(said) || typeof said === 'string')) {
    return { messages: markedLast([said].flat(), cached) };
  }
  if (Array.isArray(said)) return { messages: said };
  if (typeof said === 'string') return all['prompt'] === said ? { prompt: said } : { messages: [said] };
  // Gemini takes one content in place of a list; a stored prompt of OpenAI's is named and not shown.
  if (isFields(said) && said !== all['prompt']) return { messages: [said] };
  throw refused('The request body has no messages', 'Pass messages, input, contents or prompt');
}

function toolsIn(all: Fields): readonly unknown[] | undefined {
  const { tools, functions, mcp_servers: servers, web_search_options: search } = all;
  const lists = [tools, functions, servers, fieldsOf(all['toolConfig'])['tools']];
  const found = [
    ...lists.flatMap((list) => (list === undefined || list === null ? [] : listedTools(list))),
    ...(search === undefined ? [] : [{ type: 'web_search', max_uses: 1, ...fieldsOf(search) }]),
  ];
  return found.length === 0 ? undefined : found;
}

function toolChoiceIn(all: Fields): unknown {
  const { functionCallingConfig } = fieldsOf(all['toolConfig']);
  return all['tool_choice'] ?? all['toolChoice'] ?? all['function_call'] ?? functionCallingConfig;
}

function responseFormatIn(all: Fields): unknown {
  return (
    all['response_format'] ??
    all['responseFormat'] ??
    fieldsOf(all['text'])['format'] ??
    all['output_format'] ??
    fieldsOf(all['output_config'])['format'] ??
    all['responseJsonSchema'] ??
    all['responseSchema']
  );
}

function conditionsIn(all: Fields): Omit<Partial<ReadBody>, keyof RequestParts> {
  const max = [
    'max_completion_tokens',
    'max_output_tokens',
    'max_tokens',
    'maxOutputTokens',
    'maxTokens',
    'max_new_tokens',
  ]
    .map((field) => all[field])
    .find((value) => typeof value === 'number');
  const choices = all['n'] ?? all['candidateCount'];
  const uses = all['max_tool_calls'] ?? all['maxToolCalls'];
  return defined({
    output: typeof max === 'number' ? { max } : undefined,
    toolUses: typeof uses === 'number' ? { max: uses } : undefined,
    choices: typeof choices === 'number' ? choices : undefined,
    serviceTier: tierOf(either(all, 'serviceTier', 'service_tier')),
    speed: all['speed'] === 'fast' ? ('fast' as const) : undefined,
    region: textOf(all['inference_geo']),
    thinking: thinkingOf(all),
  });
}

/** A tier that changes the price. `auto` and `default` leave it to the project's settings, which are taken as standard. */
function tierOf(tier: unknown): ReadBody['serviceTier'] {
  return tier === 'flex' || tier === 'priority' || tier === 'batch' ? tier : undefined;
}

function thinkingOf(all: Fields): boolean | undefined {
  const { enable_thinking: enabled, thinking } = all;
  if (typeof enabled === 'boolean') return enabled;
  switch (fieldsOf(thinking)['type']) {
    case 'enabled':
    case 'adaptive':
      return true;
    case 'disabled':
      return false;
    default:
      return fieldsOf(all['thinkingConfig'])['thinkingBudget'] === 0 ? false : undefined;
  }
}

function refused(what: string, wayOut = "Pass the body of a provider's request"): PromptCostError {
  return new PromptCostError('invalid-input', `${what}. ${wayOut}.`);
}
