import { PromptCostError, shown } from '../../errors/index.js';
import { countRendered } from '../counting/count-rendered.js';
import { chatTemplate } from './chat-template.js';
import { openJinja } from './jinja.js';
import { loaded } from './loaded.js';
import type { TemplateFile } from './template-file.js';
import type { ChatTemplate } from './types.js';

/** Each template in a module of its own, imported when it is first asked for. */
const LOADERS: ReadonlyMap<string, () => Promise<{ readonly default: TemplateFile }>> = new Map([
  ['deepseek-v3', () => import('#templates/deepseek-v3')],
  ['deepseek-r1', () => import('#templates/deepseek-r1')],
  ['deepseek-v3.1', () => import('#templates/deepseek-v3.1')],
  ['llama-3', () => import('#templates/llama-3')],
  ['llama-3.1', () => import('#templates/llama-3.1')],
  ['qwen3', () => import('#templates/qwen3')],
  ['mistral-v1', () => import('#templates/mistral-v1')],
  ['mistral-v3', () => import('#templates/mistral-v3')],
  ['mistral-v7', () => import('#templates/mistral-v7')],
  ['mistral-v11', () => import('#templates/mistral-v11')],
  ['mistral-v13', () => import('#templates/mistral-v13')],
  ['mistral-v15', () => import('#templates/mistral-v15')],
  ['gemma-3', () => import('#templates/gemma-3')],
  ['gpt-oss', () => import('#templates/gpt-oss')],
]);

/**
 * Names of the chat templates in this package.
 *
 * @example
 * ```ts
 * templateNames; // ['deepseek-v3', 'deepseek-r1', …]
 * ```
 */
export const templateNames: readonly string[] = [...LOADERS.keys()];

/**
 * The chat template of that name, ready to render. Later calls return the same one.
 *
 * It is rendered by `@huggingface/jinja`, an optional package: where that is not installed, this throws `missing-package`.
 *
 * @param name - One of {@link templateNames}. Anything else is a `PromptCostError` with code `unknown-template`.
 *
 * @example
 * ```ts
 * const template = await loadTemplate('deepseek-r1');
 * const request = normalRequest({ messages: [{ role: 'user', content: 'What is the weather in Paris?' }] });
 * const prompt = template.prompt(request, { date: new Date() });
 * prompt.text; // '<｜begin▁of▁sentence｜><｜User｜>What is the weather in Paris?<｜Assistant｜>'
 * countPrompt(prompt, await loadEncoding(template.encoding)); // 10: 3 control tokens and 7 of text
 * ```
 */
export async function loadTemplate(name: string): Promise<ChatTemplate> {
  const ready = loaded.get(name);
  if (ready) return ready.template;
  const load = LOADERS.get(name);
  if (!load) {
    throw new PromptCostError(
      'unknown-template',
      `No chat template ${shown(name)}. There are: ${templateNames.join(', ')}.`,
    );
  }
  const [parse, { default: file }] = await Promise.all([openJinja(), load()]);
  const template = chatTemplate(file, parse);
  loaded.set(name, {
    template,
    count: (read, counter, day, options) => countRendered(read, counter, day, template, options),
  });
  return template;
}
