import type { ChatTemplate } from './templates/types.js';

/** `loadTemplate`, with all that templates need imported only by the first who asks for one. */
export async function openTemplate(name: string): Promise<ChatTemplate> {
  const { loadTemplate } = await import('./templates/index.js');
  return loadTemplate(name);
}
