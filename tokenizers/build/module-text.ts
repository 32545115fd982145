import type { Origin } from './origin.js';

/** The module that holds the bytes: one line for its licence, then the base64. */
export function moduleText(origin: Origin, bytes: Buffer): string {
  const line = `// The ${origin.name} vocabulary, made compact. ${origin.holder}. ${origin.licence}: see ${origin.notice}.`;
  return `${line}\nexport default '${bytes.toString('base64')}';\n`;
}

/** The bytes in a module's text. */
export function bytesOfModule(text: string): Buffer {
  const [, base64] = /^\/\/ .*\nexport default '([A-Za-z0-9+/=]*)';\n$/.exec(text) ?? [];
  if (base64 === undefined) throw new Error('The module is not a licence line and a base64 string.');
  return Buffer.from(base64, 'base64');
}
