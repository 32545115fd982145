import { checkFields, reading } from '../../errors/index.js';
import type { Encoding } from '../../tokenize/index.js';
import type { RenderedPrompt } from './types.js';

/**
 * The tokens of a rendered prompt: one for each control token that the template wrote, and those of the text between them.
 *
 * Control tokens spelled out in a user's text count as the text they are. A host that tokenizes the rendered text as a whole takes
 * them for control tokens; `encoding.count(prompt.text, { specialTokens: 'special' })` counts as it does.
 *
 * @param prompt - What `ChatTemplate.prompt` returned.
 * @param encoding - The encoding that the template names, or one with the same text tokens.
 *
 * @example
 * ```ts
 * const template = await loadTemplate('deepseek-r1');
 * const request = normalRequest({ messages: [{ role: 'user', content: 'Why is the sky blue?' }] });
 * const prompt = template.prompt(request, { date: new Date() });
 * countPrompt(prompt, await loadEncoding(template.encoding)); // 9: 3 control tokens and 6 of text
 * ```
 */
export function countPrompt(prompt: RenderedPrompt, encoding: Encoding): number {
  checkFields('encoding', encoding, { count: 'function' });
  const texts = reading(
    'The prompt',
    () => textsIn(prompt),
    'Pass what prompt() of a chat template returned',
  );
  return texts.reduce((sum, text) => sum + encoding.count(text), prompt.pieces.length - texts.length);
}

/** The pieces that are no control tokens. */
function textsIn(prompt: RenderedPrompt): string[] {
  checkFields('The prompt', prompt, { pieces: 'array' });
  return prompt.pieces.flatMap((piece) => {
    checkFields('A piece', piece, { text: 'string', control: 'boolean' });
    return piece.control ? [] : [piece.text];
  });
}
