import { compact } from '../../src/encodings/compile/compact.js';
import { writeBytes } from '../../src/encodings/compile/write-bytes.js';
import { compilePattern } from '../../src/tokenize/index.js';
import { moduleText } from './module-text.js';
import type { Origin } from './origin.js';
import { readOrigin } from './read-origin.js';
import { sha256 } from './sha256.js';
import { verify } from './verify.js';

/** What `manifest.json` says of one vocabulary. */
export interface ManifestEntry {
  readonly name: string;
  readonly file: string;
  readonly sha256: string;
  /** Of the decoded bytes, too. */
  readonly bytesSha256: string;
  readonly tokens: number;
  readonly vocabSize: number;
  /** Tokens that merging with lower ranks does not reach. */
  readonly unreachable: number;
  readonly origin: { readonly package: string; readonly file: string; readonly sha256: string };
  readonly licence: string;
  readonly notice: string;
}

/** Builds one vocabulary from its origin: the module's text, verified, and its entry in the manifest. */
export function buildOne(origin: Origin): { readonly text: string; readonly entry: ManifestEntry } {
  const vocabulary = readOrigin(origin);
  const made = compact(vocabulary);
  const machine = origin.pattern === '' ? new Uint8Array(0) : compilePattern(origin.pattern);
  const bytes = Buffer.from(writeBytes({ ...origin, machine }, vocabulary, made));
  const header = verify(bytes, vocabulary, made);
  const text = moduleText(origin, bytes);
  return {
    text,
    entry: {
      name: origin.name,
      file: `${origin.name}.js`,
      sha256: sha256(text),
      bytesSha256: sha256(bytes),
      tokens: header.size,
      vocabSize: header.vocabSize,
      unreachable: made.unreachable.length,
      origin: { package: `${origin.package}@${origin.version}`, file: origin.file, sha256: origin.sha256 },
      licence: origin.licence,
      notice: origin.notice,
    },
  };
}
