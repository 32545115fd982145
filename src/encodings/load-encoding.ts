import type { StreamingEncoding } from '../tokenize/index.js';

/** Each encoding in a module of its own, imported when it is first asked for. */
const LOADERS: ReadonlyMap<string, () => Promise<{ readonly default: StreamingEncoding }>> = new Map([
  ['o200k_base', () => import('./o200k_base.js')],
  ['o200k_harmony', () => import('./o200k_harmony.js')],
  ['cl100k_base', () => import('./cl100k_base.js')],
  ['deepseek_v3', () => import('./deepseek_v3.js')],
  ['llama3', () => import('./llama3.js')],
  ['qwen3', () => import('./qwen3.js')],
  ['mistral_v1', () => import('./mistral_v1.js')],
  ['tekken', () => import('./tekken.js')],
  ['claude_legacy', () => import('./claude_legacy.js')],
  ['p50k_base', () => import('./p50k_base.js')],
  ['p50k_edit', () => import('./p50k_edit.js')],
  ['r50k_base', () => import('./r50k_base.js')],
]);

/** Names of the encodings in this package. {@link loadEncoding} takes those of added packs too. */
export const encodingNames: readonly string[] = [...LOADERS.keys()];

const loaded = new Map<string, StreamingEncoding>();

/**
 * The encoding of that name, ready to use. Later calls return the same one.
 *
 * @param name - One in this package, such as `"o200k_base"`, or, in Node, a pack that `promptcost add` has added. Anything else is a
 * `PromptCostError` with code `unknown-encoding`, whose message lists the names.
 *
 * @example
 * ```ts
 * const encoding = await loadEncoding('o200k_base');
 * encoding.count('hello world'); // 2
 * ```
 */
export async function loadEncoding(name: string): Promise<StreamingEncoding> {
  const ready = loaded.get(name);
  if (ready) return ready;
  const load = LOADERS.get(name);
  const encoding = load ? (await load()).default : await addedPack(name);
  loaded.set(name, encoding);
  return encoding;
}

/** The encoding of that name if {@link loadEncoding} has loaded it before. */
export function loadedEncoding(name: string): StreamingEncoding | undefined {
  return loaded.get(name);
}

async function addedPack(name: string): Promise<StreamingEncoding> {
  const { openPack } = await import('./packs/open-pack.js');
  return openPack(name, encodingNames);
}
