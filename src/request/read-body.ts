import { PromptCostError } from '../errors/index.js';
import { cacheMark, markedLast } from './dialects/cache-mark.js';
import { defined, fieldsOf, isFields, textOf } from './dialects/fields.js';
import { resolutionOf } from './dialects/media-part.js';
import { type OpenBody, openBody } from './dialects/open-body.js';
import { plainName } from './dialects/silent-fields.js';
import { listedTools } from './dialects/tools.js';
import type { RequestParts } from './normal-request.js';
import type { CacheLifetime } from './types.js';

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
const HELD_ELSEWHERE = ['previous_response_id', 'conversation', 'cached_content'];

/**
 * Reads a request body of any dialect.
 *
 * @param body - As it is posted, or as an SDK's call takes it.
 * @param model - For a body that does not name its model, as Gemini's do not.
 */
export function readBody(body: unknown, model?: string): ReadBody {
  if (!isFields(body)) throw refused('The request body is no object');
  const open = openBody(body);
  const own = open.take('model', 'modelid');
  const named = model ?? textOf(own) ?? textOf(fieldsOf(own)['modelId']);
  if (named === undefined)
    throw refused('The request body names no model', "Pass { model: 'gemini-2.5-pro' }");
  const held = isFields(body['prompt'])
    ? 'prompt'
    : HELD_ELSEWHERE.find((field) => {
        const value = open.take(plainName(field));
        return isFields(value) || textOf(value);
      });
  if (held) {
    throw refused(`${held} names a text that only the provider has`, 'Pass its messages in its place');
  }
  const read = {
    model: named,
    ...saidIn(open, cacheMark(body).cached),
    system: open.take('system', 'instructions', 'systeminstruction'),
    tools: toolsIn(open),
    toolChoice: open.take('toolchoice', 'functioncall', 'functioncallingconfig'),
    responseFormat: responseFormatIn(open),
    mediaResolution: resolutionOf(textOf(open.take('mediaresolution'))),
    ...conditionsIn(open),
  };
  const unread = open.left();
  return defined({ ...read, unread: Object.keys(unread).length > 0 ? unread : undefined });
}

function saidIn(open: OpenBody, cached?: CacheLifetime): Pick<RequestParts, 'prompt' | 'messages'> {
  const messages = open.take('messages', 'input', 'contents');
  const said = messages ?? open.take('prompt');
  // A mark on the whole body is one on its last message.
  if (cached && (Array.isArray(said) || typeof said === 'string')) {
    return { messages: markedLast([said].flat(), cached) };
  }
  if (Array.isArray(said)) return { messages: said };
  if (typeof said === 'string') return messages === undefined ? { prompt: said } : { messages: [said] };
  // Gemini takes one content in place of a list.
  if (isFields(said)) return { messages: [said] };
  throw refused('The request body has no messages', 'Pass messages, input, contents or prompt');
}

function toolsIn(open: OpenBody): readonly unknown[] | undefined {
  const search = open.take('websearchoptions');
  const found = [
    ...['tools', 'functions', 'mcpservers'].flatMap((field) => {
      const list = open.take(field);
      return list === undefined ? [] : listedTools(list);
    }),
    ...(search === undefined ? [] : [{ type: 'web_search', max_uses: 1, ...fieldsOf(search) }]),
  ];
  return found.length === 0 ? undefined : found;
}

function responseFormatIn(open: OpenBody): unknown {
  const written = open.take(
    'responseformat',
    'format',
    'outputformat',
    'responsejsonschema',
    'responseschema',
  );
  // The AI SDK's `generateObject` has a schema, its `Output.object()` a whole format.
  const output = fieldsOf(open.take('output', 'experimentaloutput'))['responseFormat'];
  const schema = open.take('schema');
  const [name, description] = [open.take('schemaname'), open.take('schemadescription')];
  return written ?? output ?? (schema === undefined ? undefined : defined({ schema, name, description }));
}

function conditionsIn(open: OpenBody): Omit<Partial<ReadBody>, keyof RequestParts> {
  const max = open.take('maxcompletiontokens', 'maxoutputtokens', 'maxtokens', 'maxnewtokens');
  const choices = open.take('n', 'candidatecount');
  const uses = open.take('maxtoolcalls');
  return defined({
    output: typeof max === 'number' ? { max } : undefined,
    toolUses: typeof uses === 'number' ? { max: uses } : undefined,
    choices: typeof choices === 'number' ? choices : undefined,
    serviceTier: tierOf(open.take('servicetier')),
    speed: open.take('speed') === 'fast' ? ('fast' as const) : undefined,
    region: textOf(open.take('inferencegeo')),
    thinking: thinkingOf(open),
  });
}

/** A tier that changes the price. `auto` and `default` leave it to the project's settings, which are taken as standard. */
function tierOf(tier: unknown): ReadBody['serviceTier'] {
  return tier === 'flex' || tier === 'priority' || tier === 'batch' ? tier : undefined;
}

function thinkingOf(open: OpenBody): boolean | undefined {
  const enabled = open.take('enablethinking', 'thinking');
  if (typeof enabled === 'boolean') return enabled;
  switch (fieldsOf(enabled)['type']) {
    case 'enabled':
    case 'adaptive':
      return true;
    case 'disabled':
      return false;
    default:
      return fieldsOf(open.take('thinkingconfig'))['thinkingBudget'] === 0 ? false : undefined;
  }
}

function refused(what: string, wayOut = "Pass the body of a provider's request"): PromptCostError {
  return new PromptCostError('invalid-input', `${what}. ${wayOut}.`);
}
