import { PromptCostError, shown } from '../errors/index.js';
import type { Encoding } from '../tokenize/index.js';

/** Each encoding in a module of its own, imported when it is first asked for. */
const LOADERS: ReadonlyMap<string, () => Promise<{ readonly default: Encoding }>> = new Map([
  ['o200k_base', () => import('./o200k_base.js')],
  ['o200k_harmony', () => import('./o200k_harmony.js')],
  ['cl100k_base', () => import('./cl100k_base.js')],
  ['deepseek_v3', () => import('./deepseek_v3.js')],
  ['llama3', () => import('./llama3.js')],
  ['qwen3', () => import('./qwen3.js')],
]);

/** Names that {@link loadEncoding} takes. */
export const encodingNames: readonly string[] = [...LOADERS.keys()];

const loaded = new Map<string, Encoding>();

/**
 * The encoding of that name, ready to use. Later calls return the same one.
 *
 * @param name - One of {@link encodingNames}. Anything else is a `PromptCostError` with code `unknown-encoding`.
 *
 * @example
 * ```ts
 * const encoding = await loadEncoding('o200k_base');
 * encoding.count('hello world'); // 2
 * ```
 */
export async function loadEncoding(name: string): Promise<Encoding> {
  const ready = loaded.get(name);
  if (ready) return ready;
  const load = LOADERS.get(name);
  if (!load) {
    throw new PromptCostError(
      'unknown-encoding',
      `No encoding ${shown(name)}. There are: ${encodingNames.join(', ')}.`,
    );
  }
  const { default: encoding } = await load();
  loaded.set(name, encoding);
  return encoding;
}

/** The encoding of that name if {@link loadEncoding} has loaded it before. */
export function loadedEncoding(name: string): Encoding | undefined {
  return loaded.get(name);
}
