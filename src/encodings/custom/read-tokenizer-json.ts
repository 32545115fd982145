import { PromptCostError, shown } from '../../errors/index.js';
import { assertHarmless } from './assert-harmless.js';
import { refusedFile } from './refused-file.js';
import type { AddedToken, Model, Part, TokenizerJson } from './tokenizer-json.js';
import { HIGHEST_ID, LONGEST_TOKEN, MOST_TOKENS } from './vocabulary-limits.js';

const LONGEST_FILE = 128_000_000; // UTF-16 units; the largest known, Gemma 3's, has 33 million
const MOST_MERGES = 2_000_000; // four times what the largest known has
const MOST_ADDED = 100_000;
const MOST_ADDED_LENGTH = 1_000_000; // characters of all added tokens: the fallback keeps an object for each
// What the most tokens, merges and added tokens are written with.
const MOST_COLONS = 2_000_000;
const MOST_COMMAS = 6_000_000;
const STEPS = ['normalizer', 'pre_tokenizer', 'post_processor', 'decoder'] as const;

/** A `tokenizer.json`, as text or parsed, checked: what is wrong with it is a `PromptCostError` that holds none of its text. */
export function readTokenizerJson(json: unknown): TokenizerJson {
  const file = parsed(json);
  const model = file['model'];
  if (!isPart(model)) throw refusedFile('it has no model');
  const added = file['added_tokens'] ?? [];
  assertHarmless(file, new Set([model['vocab'], model['merges'], added]));
  for (const step of STEPS) {
    const value = file[step] ?? null;
    if (value !== null && !(isPart(value) && typeof value['type'] === 'string'))
      throw refusedFile(`its ${step} is neither null nor a step with a type`);
  }
  const ids = new Map<number, string>();
  const read = modelOf(model, ids);
  const tokens = addedTokensOf(
    added,
    ids,
    new Set(Object.keys(read.type === 'Unigram' ? {} : (read['vocab'] as Part))),
  );
  const steps = Object.fromEntries(STEPS.map((step) => [step, file[step] ?? null]));
  return { ...file, ...steps, added_tokens: tokens, model: read } as unknown as TokenizerJson;
}

function parsed(json: unknown): Part {
  let value = json;
  if (typeof json === 'string') {
    if (json.length > LONGEST_FILE)
      throw refusedFile(`it has ${json.length} characters, more than ${LONGEST_FILE}`);
    assertFew(json, ':', MOST_COLONS);
    assertFew(json, ',', MOST_COMMAS);
    try {
      value = JSON.parse(json);
    } catch {
      throw refusedFile('it is not JSON');
    }
  } else if (!isPart(json)) {
    throw new PromptCostError(
      'invalid-input',
      `fromTokenizerJson was given ${Array.isArray(json) ? 'an array' : typeof json === 'object' ? 'null' : shown(typeof json)}. Pass the text of a tokenizer.json, or the object in it.`,
    );
  }
  if (!isPart(value)) throw refusedFile('it holds no object');
  return value;
}

/** Before anything is parsed: ten million names in one object take minutes. */
function assertFew(json: string, sign: string, most: number): void {
  let signs = 0;
  for (let at = json.indexOf(sign); at >= 0; at = json.indexOf(sign, at + 1))
    if (++signs > most) throw refusedFile(`it has more than ${most} entries`);
}

function modelOf(model: Part, ids: Map<number, string>): Model {
  const { vocab, merges } = model;
  const type = model['type'] ?? (Array.isArray(merges) ? 'BPE' : undefined);
  if (type === 'Unigram') {
    assertUnigram(vocab);
    for (const [id, [text]] of vocab.entries()) ids.set(id, text);
    return { ...model, type };
  }
  if (type !== 'BPE' && type !== 'WordPiece' && type !== 'WordLevel')
    throw refusedFile('its model is none of BPE, WordPiece, WordLevel and Unigram');
  if (!isPart(vocab)) throw refusedFile('its model has no vocabulary');
  const texts = Object.keys(vocab);
  if (texts.length === 0) throw refusedFile('its vocabulary is empty');
  if (texts.length > MOST_TOKENS)
    throw refusedFile(`its vocabulary has ${texts.length} tokens, more than ${MOST_TOKENS}`);
  for (const text of texts) {
    assertToken(text);
    const id = vocab[text];
    assertId(id);
    if (ids.has(id)) throw refusedFile(`two tokens have the id ${id}`);
    ids.set(id, text);
  }
  if (type === 'BPE') assertMerges(merges);
  const dropout = model['dropout'] ?? 0;
  if (dropout !== 0) throw refusedFile('its model drops merges at random, so that no count is the count');
  return { ...model, type } as Model;
}

function assertUnigram(vocab: unknown): asserts vocab is readonly (readonly [string, number])[] {
  if (!Array.isArray(vocab) || vocab.length === 0)
    throw refusedFile('its vocabulary is not a list of tokens');
  if (vocab.length > MOST_TOKENS) throw refusedFile(`its vocabulary has ${vocab.length} tokens`);
  for (const [id, entry] of vocab.entries()) {
    const [text, score] = (Array.isArray(entry) ? entry : []) as unknown[];
    if (typeof text !== 'string' || !Number.isFinite(score))
      throw refusedFile(`entry ${id} of its vocabulary is not a token with its score`);
    assertToken(text);
  }
}

function assertMerges(merges: unknown): void {
  if (!Array.isArray(merges)) throw refusedFile('its model has no list of merges');
  if (merges.length > MOST_MERGES)
    throw refusedFile(`it has ${merges.length} merges, more than ${MOST_MERGES}`);
  for (let place = 0; place < merges.length; place++) {
    const merge: unknown = merges[place];
    const parts: unknown = typeof merge === 'string' ? merge.split(' ') : merge;
    const isPair =
      Array.isArray(parts) &&
      parts.length === 2 &&
      parts.every((part) => typeof part === 'string' && part !== '');
    if (!isPair) throw refusedFile(`merge ${place} is not a pair of tokens`);
  }
}

function addedTokensOf(added: unknown, ids: Map<number, string>, vocab: ReadonlySet<string>): AddedToken[] {
  if (!Array.isArray(added)) throw refusedFile('its added_tokens are not a list');
  if (added.length > MOST_ADDED)
    throw refusedFile(`it has ${added.length} added tokens, more than ${MOST_ADDED}`);
  const seen = new Set<string>();
  let length = 0;
  return Array.from(added, (token: unknown, place): AddedToken => {
    const { id, content, special = false } = (isPart(token) ? token : {}) as Partial<Record<string, unknown>>;
    if (typeof content !== 'string' || content === '' || typeof special !== 'boolean')
      throw refusedFile(`added token ${place} has no content, or a wrong one`);
    assertToken(content);
    assertId(id);
    const known = ids.get(id);
    if (seen.has(content)) throw refusedFile(`added token ${place} is there twice`);
    if ((known !== undefined && known !== content) || (known === undefined && vocab.has(content)))
      throw refusedFile(`two tokens have the id ${id}, or one has two`);
    ids.set(id, content);
    seen.add(content);
    length += content.length;
    if (length > MOST_ADDED_LENGTH)
      throw refusedFile(`its added tokens have more than ${MOST_ADDED_LENGTH} characters`);
    return { ...(token as AddedToken), special };
  });
}

function assertId(id: unknown): asserts id is number {
  if (!Number.isInteger(id) || (id as number) < 0 || (id as number) > HIGHEST_ID)
    throw refusedFile(
      `a token has the id ${typeof id === 'string' ? 'of a text' : shown(id)}, not a whole number from 0 to ${HIGHEST_ID}`,
    );
}

function assertToken(text: string): void {
  if (text.length > LONGEST_TOKEN) throw refusedFile(`a token has ${text.length} characters`);
}

/** Whether a value is an object with fields. */
export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
