import { readFileSync } from 'node:fs';
import type { Origin } from '../../tokenizers/build/origin.js';
import { originPath, readOrigin } from '../../tokenizers/build/read-origin.js';
import { wellFormed } from '../well-formed.js';
import { characterOfByte } from './character-of-byte.js';
import { CONTROL, referenceOver, withNamed } from './huggingface.js';
import { PINS } from './install.js';
import type { Reference } from './reference.js';

/**
 * Hugging Face's tokenizers in Rust, over a `tokenizer.json` made of a vocabulary that its vendor publishes as ranks.
 *
 * Each token gets every merge of two tokens that makes it, in order of rank, as Hugging Face converts such files itself.
 */
export function fromRanksReference(origin: Origin): Reference {
  const { tokens, ids, specials } = readOrigin(origin);
  const { config } = JSON.parse(readFileSync(originPath(origin), 'utf8')) as { config: { pattern: string } };
  const ranks = new Map(tokens.map((token, rank) => [token, rank]));
  const spelled = tokens.map((token) =>
    [...token].map((byte) => characterOfByte(byte.charCodeAt(0))).join(''),
  );
  const vocab = Object.fromEntries(spelled.map((text, rank) => [text, ids[rank]!]));
  const merges = tokens
    .flatMap((token) => mergesOf(token, ranks))
    .map(([left, right]) => [spelled[left], spelled[right]]);
  const json = {
    version: '1.0',
    normalizer: null,
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: config.pattern }, behavior: 'Isolated', invert: false },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false },
      ],
    },
    model: { type: 'BPE', ignore_merges: origin.wholePieces, vocab, merges },
  };
  const added = Object.entries(specials).map(([content, id]) => ({ content, id, ...CONTROL }));
  const controlled = {
    ...json,
    model: { ...json.model, vocab: { ...vocab, ...specials } },
    added_tokens: added,
  };
  return {
    encoding: origin.name,
    name: `tokenizers ${PINS.tokenizers}`,
    vocabulary: `${origin.package}@${origin.version} ${origin.file} sha256:${origin.sha256}`,
    restored: wellFormed,
    encodeAll: referenceOver({ ...json, added_tokens: [] }),
    encodeAllSpecial: referenceOver(controlled),
    encodeAllNamed: (texts, controls) => referenceOver(withNamed(controlled, controls))(texts),
  };
}

/** The pairs of ranks whose tokens join to a token, lowest left first. */
function mergesOf(token: string, ranks: ReadonlyMap<string, number>): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let cut = 1; cut < token.length; cut++) {
    const left = ranks.get(token.slice(0, cut));
    const right = ranks.get(token.slice(cut));
    if (left !== undefined && right !== undefined) pairs.push([left, right]);
  }
  return pairs.sort(([a, b], [c, d]) => a - c || b - d);
}
