import type { Origin } from './origin.js';

/** The module that holds the bytes: one line for its licence, then the base64. */
export function moduleText(origin: Origin, bytes: Buffer): string {
  const line = `// The ${origin.name} vocabulary, made compact. ${origin.holder}. ${origin.licence}: see ${origin.notice}.`;
  return `${line}\nexport default '${bytes.toString('base64')}';\n`;
}
