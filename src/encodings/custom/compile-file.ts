import { PromptCostError } from '../../errors/index.js';
import { fromCompiled } from '../../tokenize/index.js';
import { assertSameTokens } from './assert-same-tokens.js';
import { compileJson } from './compile-json.js';
import type { Compiled } from './compiled.js';
import { compileSentencePiece } from './from-sentencepiece.js';
import { compileTiktoken } from './from-tiktoken.js';
import { KNOWN_PATTERNS } from './known-patterns.js';
import { plainEncoder } from './plain-encoder.js';
import { probeTexts } from './probe-texts.js';

/** How a vocabulary's file is written. */
export type FileKind = 'ranks' | 'sentencepiece' | 'tokenizer.json';

/** What to call an encoding, and how a rank file's text is cut. */
export interface FileOptions {
  readonly name: string;
  /** A regular expression, or the name of a known one. */
  readonly pattern?: string | undefined;
  /** A rank file's control tokens, text → id: other files hold their own. */
  readonly specials?: Readonly<Record<string, number>> | undefined;
}

/** A vocabulary's file in compact form, compared with its origin. */
export interface CompiledFile {
  readonly kind: FileKind;
  /** What `fromCompiled` reads. */
  readonly bytes: Uint8Array;
  /** Tokens, control tokens left out. */
  readonly tokens: number;
  /** How many texts were encoded both ways. */
  readonly probes: number;
}

/** How the file is written, by its first bytes. */
export function kindOf(file: Uint8Array): FileKind {
  const start = new TextDecoder().decode(file.subarray(0, 2_000)).trimStart();
  if (start.startsWith('{')) return 'tokenizer.json';
  return /^[A-Za-z0-9+/]+=* \d+\s/.test(start) ? 'ranks' : 'sentencepiece';
}

/**
 * The compact form of a rank file of tiktoken, a SentencePiece model or a `tokenizer.json`, read back and compared with its origin token by token on texts
 * of many kinds.
 *
 * @param file - The whole file.
 */
export async function compileFile(file: Uint8Array, options: FileOptions): Promise<CompiledFile> {
  const kind = kindOf(file);
  for (const option of ['pattern', 'specials'] as const) {
    if (kind !== 'ranks' && options[option] !== undefined)
      throw new PromptCostError('invalid-input', `--${option} is for rank files; this is a ${kind} file`);
  }
  if (kind === 'tokenizer.json') return compileJson(file, options.name);
  const compiled = kind === 'ranks' ? compileRanks(file, options) : compileSentencePiece(file, options.name);
  const { tokens, ids } = compiled.vocabulary;
  const encoding = fromCompiled(compiled.bytes);
  for (const [rank, token] of tokens.entries()) {
    if (latin1(encoding.decodeBytes([ids[rank]!])) !== withoutPrefix(token, compiled)) {
      throw new PromptCostError(
        'unsupported-encoding',
        `The token ${ids[rank]} of ${options.name} does not read back. Nothing was written; please report this.`,
      );
    }
  }
  const texts = probeTexts(tokens);
  assertSameTokens(encoding, plainEncoder(compiled), texts);
  return { kind, bytes: compiled.bytes, tokens: tokens.length, probes: texts.length };
}

function compileRanks(file: Uint8Array, { name, pattern, specials = {} }: FileOptions): Compiled {
  const known: Readonly<Record<string, string>> = KNOWN_PATTERNS;
  const names = Object.keys(known).join(', ');
  if (pattern === undefined) {
    throw new PromptCostError(
      'invalid-input',
      `a rank file does not say how text is cut: add --pattern with a name (${names}) or a regular expression`,
    );
  }
  const regex = Object.hasOwn(known, pattern) ? known[pattern]! : pattern;
  return compileTiktoken(file, regex, specials, name);
}

/** Decoding takes away the space that went before a text. */
function withoutPrefix(token: string, { vocabulary: { characters } }: Compiled): string {
  return characters?.prefix && token.startsWith(' ') ? token.slice(1) : token;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
