import { loadedCount, type RenderedCount } from './templates/loaded.js';

/** `loadTemplate`, with all that templates need imported only by the first who asks for one; what counts by it. */
export async function openTemplate(name: string): Promise<RenderedCount> {
  const { loadTemplate } = await import('./templates/index.js');
  await loadTemplate(name);
  return loadedCount(name)!;
}
