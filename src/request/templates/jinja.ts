import { PromptCostError } from '../../errors/index.js';
import { compileJinja } from './jinja/compile-jinja.js';
import type { Node } from './jinja/node.js';

/** A parsed Jinja template. */
export interface Jinja {
  render(values: Readonly<Record<string, unknown>>): string;
}

/** Parses Jinja. It is an optional package of Hugging Face's, imported when the first template is loaded. */
export type ParseJinja = (source: string) => Jinja;

/** The package is not required: a count without templates does without it. */
export async function openJinja(): Promise<ParseJinja> {
  try {
    // In a `try`, so that bundlers let it be absent.
    const { Template } = await import('@huggingface/jinja');
    return (source) => {
      const template = new Template(source);
      return compileJinja(template.parsed as unknown as Node, template);
    };
  } catch {
    throw new PromptCostError(
      'missing-package',
      "Chat templates are rendered by @huggingface/jinja, which is not installed. 'npm install @huggingface/jinja' adds it.",
    );
  }
}
