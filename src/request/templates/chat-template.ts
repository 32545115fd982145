import { checkFields, PromptCostError, reading, shown } from '../../errors/index.js';
import type { NormalRequest } from '../types.js';
import type { Chat, ChatMessage } from './chat-message.js';
import { chatOf } from './chat-of.js';
import type { Jinja, ParseJinja } from './jinja.js';
import { markedControls } from './marked-controls.js';
import { promptPieces } from './prompt-pieces.js';
import type { TemplateFile } from './template-file.js';
import type { ChatTemplate, RenderedPrompt, TemplateOptions } from './types.js';
import { writtenDate } from './written-date.js';

/** What our own templates put before the rule that a request breaks. */
const RULE = 'rule: ';
const WAY_OUT = 'Pass what normalRequest() returned';

/** A template, ready to render. */
export function chatTemplate(file: TemplateFile, parse: ParseJinja): ChatTemplate {
  const jinja = parse(file.jinja);
  return {
    name: file.name,
    encoding: file.encoding,
    writesTools: file.tools === true,
    render: (request, options) => {
      checkOptions(options);
      return reading('The request', () => rendered(file, jinja, chatOf(request, file), options), WAY_OUT);
    },
    prompt: (request, options) => {
      checkOptions(options);
      return reading('The request', () => promptOf(file, jinja, request, options), WAY_OUT);
    },
  };
}

function checkOptions(options: TemplateOptions): void {
  checkFields('options', options, {
    enableThinking: 'boolean?',
    effort: 'string?',
    addGenerationPrompt: 'boolean?',
  });
}

function promptOf(
  file: TemplateFile,
  jinja: Jinja,
  request: NormalRequest,
  options: TemplateOptions,
): RenderedPrompt {
  const chat = chatOf(request, file);
  const text = rendered(file, jinja, chat, options);
  const base = { template: file.name, text, omitted: chat.omitted };
  // A template may look for a control token in a text (DeepSeek and Qwen cut an answer at `</think>`), and would miss a marked one:
  // the prompt says something else then. What the assistant said is left as it is first, and everything at last.
  for (const isMarked of [always, notAssistant]) {
    const marked = markedChat(chat, file, isMarked);
    if (!marked) break;
    const pieces = promptPieces(rendered(file, jinja, marked.chat, options), file.controls, marked.mark);
    if (pieces.map((piece) => piece.text).join('') === text) return { ...base, pieces };
  }
  return { ...base, pieces: promptPieces(text, file.controls) };
}

const always = (): boolean => true;
const notAssistant = ({ role }: ChatMessage): boolean => role !== 'assistant';

/** The chat with the control tokens in its texts marked, and the mark; `undefined` where there are none to mark. */
function markedChat(
  chat: Chat,
  { controls }: TemplateFile,
  isMarked: (message: ChatMessage) => boolean,
): { readonly chat: Chat; readonly mark: string } | undefined {
  const { messages, tools } = chat;
  const marked = markedControls({ messages: messages.filter(isMarked), tools }, controls);
  if (!marked) return undefined;
  const copy = marked.value as Pick<Chat, 'messages' | 'tools'>;
  const copies = copy.messages.values();
  return {
    chat: {
      ...chat,
      tools: copy.tools,
      messages: messages.map((message) => (isMarked(message) ? copies.next().value! : message)),
    },
    mark: marked.mark,
  };
}

function rendered(file: TemplateFile, jinja: Jinja, chat: Chat, options: TemplateOptions): string {
  const { enableThinking, effort, addGenerationPrompt = true } = options;
  if (effort !== undefined && file.efforts && !file.efforts.includes(effort)) {
    throw new PromptCostError(
      'invalid-input',
      `The template ${file.name} has no effort ${shown(effort)}. It has: ${file.efforts.join(', ')}.`,
    );
  }
  try {
    return jinja.render({
      messages: chat.messages,
      bos_token: file.bos,
      eos_token: file.eos,
      add_generation_prompt: addGenerationPrompt,
      ...(chat.tools.length > 0 ? { tools: chat.tools } : {}),
      ...(file.date ? { date: writtenDate(options.date, file.date) } : {}),
      ...(effort === undefined ? {} : { effort }),
      ...(enableThinking === undefined ? {} : { enable_thinking: enableThinking }),
    });
  } catch (error) {
    if (error instanceof PromptCostError) throw error;
    const message = error instanceof Error ? error.message : '';
    // Any other message may quote the request.
    const rule = message.startsWith(RULE) ? message.slice(RULE.length) : 'it does not fit its form';
    throw new PromptCostError('invalid-input', `The template ${file.name} refuses this request: ${rule}.`);
  }
}
