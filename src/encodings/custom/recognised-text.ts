import type { KnownFile } from './known-file.js';

/** The vendor's file that a text is, where the runtime can hash: browsers do so on pages that came by HTTPS only. */
export async function recognisedText(text: unknown): Promise<KnownFile | undefined> {
  const { crypto } = globalThis as { readonly crypto?: typeof globalThis.crypto };
  if (typeof text !== 'string' || !crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const { knownFile } = await import('./known-file.js'); // apart: a bundler would put the list into the main entry
  return knownFile(Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

/** What a note says of a file that was recognised. */
export function recognisedNote({ file, models, note }: KnownFile): string {
  return `Recognised by its SHA-256 as ${file}, of ${models}.${note === undefined ? '' : ` ${note}`}`;
}
