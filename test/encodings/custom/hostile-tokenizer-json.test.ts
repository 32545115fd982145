import { expect, test } from 'vitest';
import { fromTokenizerJson } from '../../../src/encodings/index.js';
import { PromptCostError } from '../../../src/errors/index.js';
import {
  byteLevelFile,
  sentencePieceFile,
  splitBy,
  type TinyFile,
  unigramFile,
  wordPieceFile,
} from './tiny-tokenizers.js';

const SECRET = 'S3CRET-TEXT';

function withModel(changes: Record<string, unknown>): TinyFile {
  return byteLevelFile({ model: { ...byteLevelFile().model, ...changes } });
}

function withToken(text: string, id: unknown): TinyFile {
  return withModel({ vocab: { ...(byteLevelFile().model['vocab'] as object), [text]: id } });
}

function withAdded(...tokens: unknown[]): TinyFile {
  return byteLevelFile({ added_tokens: tokens as TinyFile['added_tokens'] });
}

function withPattern(regex: unknown): TinyFile {
  return byteLevelFile({ pre_tokenizer: splitBy({ Regex: regex }) });
}

function nested(depth: number, key: string): object {
  let step: object = { type: 'ByteLevel' };
  for (let i = 0; i < depth; i++) step = { type: 'Sequence', [key]: [step] };
  return step;
}

function nestedSteps(depth: number): object {
  let step: object = growing(1);
  for (let i = 0; i < depth; i++) step = { type: 'Sequence', normalizers: [growing(1), step] };
  return step;
}

function cyclic(key: string): object {
  const step: Record<string, unknown> = { type: 'Sequence' };
  step[key] = [step];
  return step;
}

const root: Record<string, unknown> = { ...byteLevelFile() };
root['self'] = root;
const throwing = Object.defineProperty({ ...byteLevelFile() }, 'model', {
  get: () => {
    throw new Error(SECRET);
  },
});
const manyTokens = (count: number): object => {
  const vocab: Record<string, number> = {};
  for (let id = 0; id < count; id++) vocab[`t${id}`] = id;
  return vocab;
};
const depths = 20_000;
/** A normalizer that writes each letter a so many times as `content` has. */
const growing = (steps: number, content = 'aa', pattern: object = { String: 'a' }): object => ({
  type: 'Sequence',
  normalizers: Array.from({ length: steps }, () => ({ type: 'Replace', pattern, content })),
});
const bigText = (before: string, entry: string, after: string): string =>
  `${before}${`${entry},`.repeat(10_000_000)}${entry}${after}`;
const deepText = `${'{"type":"Sequence","pretokenizers":['.repeat(depths)}{"type":"ByteLevel"}${']}'.repeat(depths)}`;

const HOSTILE: readonly (readonly [string, unknown])[] = [
  // no file at all
  ['undefined', undefined],
  ['null', null],
  ['a number', 7],
  ['a function', () => SECRET],
  ['an array', [SECRET]],
  ['an empty text', ''],
  ['no JSON', `{"model": ${SECRET}`],
  ['JSON of a string', JSON.stringify(SECRET)],
  ['JSON of an array', '[]'],
  ['JSON of null', 'null'],
  ['a text of 200 million characters', ' '.repeat(200_000_000)],
  ['an empty object', {}],
  ['a getter that throws', throwing],
  // the model
  ['no model', byteLevelFile({ model: undefined as never })],
  ['a model that is a text', byteLevelFile({ model: SECRET as never })],
  ['an unknown model', withModel({ type: SECRET })],
  ['a model type that is a number', withModel({ type: 5 })],
  ['no vocabulary', withModel({ vocab: undefined })],
  ['a vocabulary that is a list', withModel({ vocab: [SECRET] })],
  ['an empty vocabulary', withModel({ vocab: {} })],
  ['1,000,001 tokens', withModel({ vocab: manyTokens(1_000_001) })],
  ['id -1', withToken(SECRET, -1)],
  ['id NaN', withToken(SECRET, Number.NaN)],
  ['id 1e308', withToken(SECRET, 1e308)],
  ['id Infinity', withToken(SECRET, Number.POSITIVE_INFINITY)],
  ['id 1.5', withToken(SECRET, 1.5)],
  ['id 2^31', withToken(SECRET, 2 ** 31)],
  ['an id that is a text', withToken(SECRET, SECRET)],
  ['an id that is null', withToken(SECRET, null)],
  ['an id that is an object', withToken(SECRET, { id: SECRET })],
  ['two tokens of one id', withToken(SECRET, 7)],
  ['a token of 1,000,000 characters', withToken('a'.repeat(1_000_000), 999)],
  ['no merges', withModel({ merges: undefined })],
  ['merges that are an object', withModel({ merges: { [SECRET]: 1 } })],
  ['10,000,000 merges', withModel({ merges: new Array(10_000_000) })],
  ['merges with holes', withModel({ merges: new Array(10) })],
  ['a merge of one token', withModel({ merges: [SECRET] })],
  ['a merge of three tokens', withModel({ merges: [['a', 'b', SECRET]] })],
  ['a merge of numbers', withModel({ merges: [[1, 2]] })],
  ['a merge of nothing', withModel({ merges: [' '] })],
  ['merges dropped at random', withModel({ dropout: 0.1 })],
  ['a prefix for the rest of a word', withModel({ continuing_subword_prefix: '##' })],
  [
    'words of 1e9 characters',
    wordPieceFile({ model: { ...wordPieceFile().model, max_input_chars_per_word: 1e9 } }),
  ],
  ['a Unigram that is an object', unigramFile({ model: { type: 'Unigram', vocab: { [SECRET]: 1 } } })],
  ['a Unigram without scores', unigramFile({ model: { type: 'Unigram', unk_id: 0, vocab: [[SECRET]] } })],
  ['a score of NaN', unigramFile({ model: { type: 'Unigram', unk_id: 0, vocab: [[SECRET, Number.NaN]] } })],
  ['an unk_id beyond the vocabulary', unigramFile({ model: { ...unigramFile().model, unk_id: 99 } })],
  // added tokens
  ['added tokens that are an object', byteLevelFile({ added_tokens: { a: SECRET } as never })],
  ['an added token that is a text', withAdded(SECRET)],
  ['an added token that is null', withAdded(null)],
  ['an added token without content', withAdded({ id: 500 })],
  ['an added token of no letters', withAdded({ id: 500, content: '' })],
  ['an added token of id -1', withAdded({ id: -1, content: SECRET })],
  ['an added token of id 1e308', withAdded({ id: 1e308, content: SECRET })],
  ['an added token with the id of another', withAdded({ id: 3, content: SECRET })],
  ['an added token twice', withAdded({ id: 500, content: SECRET }, { id: 501, content: SECRET })],
  ['a special that is a text', withAdded({ id: 500, content: SECRET, special: SECRET })],
  ['10,000,000 added tokens', byteLevelFile({ added_tokens: new Array(10_000_000) })],
  // steps
  ['a normalizer that is a text', byteLevelFile({ normalizer: SECRET })],
  ['a normalizer without a type', byteLevelFile({ normalizer: { [SECRET]: 1 } })],
  ['an unknown normalizer', byteLevelFile({ normalizer: { type: SECRET } })],
  ['an unknown pre-tokenizer', byteLevelFile({ pre_tokenizer: { type: SECRET } })],
  ['a Sequence without a list', byteLevelFile({ pre_tokenizer: { type: 'Sequence' } })],
  [
    'a Sequence of nulls',
    byteLevelFile({ pre_tokenizer: { type: 'Sequence', pretokenizers: [null, SECRET] } }),
  ],
  ['a 20,000-deep pre-tokenizer', byteLevelFile({ pre_tokenizer: nested(depths, 'pretokenizers') })],
  ['a 20,000-deep normalizer', byteLevelFile({ normalizer: nested(depths, 'normalizers') })],
  ['a 20,000-deep decoder', byteLevelFile({ decoder: nested(depths, 'decoders') })],
  ['a 20,000-deep post-processor', byteLevelFile({ post_processor: nested(depths, 'processors') })],
  ['a 20,000-deep text', JSON.stringify(byteLevelFile({ pre_tokenizer: '@' })).replace('"@"', deepText)],
  ['a Sequence within itself', byteLevelFile({ pre_tokenizer: cyclic('pretokenizers') })],
  ['a normalizer within itself', sentencePieceFile({ normalizer: cyclic('normalizers') })],
  ['a decoder within itself', unigramFile({ decoder: cyclic('decoders') })],
  ['a file within itself', root],
  [
    'a list of 10,000,000 steps',
    byteLevelFile({ pre_tokenizer: { type: 'Sequence', pretokenizers: new Array(10_000_000) } }),
  ],
  ['pieces of no length', wordPieceFile({ pre_tokenizer: { type: 'FixedLength', length: 0 } })],
  // a text that grows
  ['27 steps that double a text', wordPieceFile({ normalizer: growing(27) })],
  ['7 steps that double a text, nested', wordPieceFile({ normalizer: nestedSteps(7) })],
  ['a letter that becomes 1,000', wordPieceFile({ normalizer: growing(1, 'a'.repeat(1_000)) })],
  [
    'steps that put a letter between any two',
    wordPieceFile({ normalizer: growing(7, 'b', { Regex: 'a?' }) }),
  ],
  ['101 steps', wordPieceFile({ normalizer: growing(101, 'b') })],
  ['a long prefix', wordPieceFile({ normalizer: { type: 'Prepend', prepend: 'a'.repeat(100_000) } })],
  [
    'bytes of bytes of bytes',
    wordPieceFile({
      pre_tokenizer: { type: 'Sequence', pretokenizers: new Array(30).fill({ type: 'ByteLevel' }) },
    }),
  ],
  [
    'a long mark of spaces',
    unigramFile({ pre_tokenizer: { type: 'Metaspace', replacement: '_'.repeat(100_000) } }),
  ],
  [
    'decoders that double a text',
    wordPieceFile({ decoder: { type: 'Sequence', decoders: new Array(30).fill({ type: 'BPEDecoder' }) } }),
  ],
  [
    'a long mark for the rest of a word',
    wordPieceFile({ model: { ...wordPieceFile().model, continuing_subword_prefix: '#'.repeat(100_000) } }),
  ],
  // entries as text
  [
    '10,000,000 tokens as text',
    bigText('{"model":{"type":"BPE","merges":[],"vocab":{', `"${SECRET}":0`, '}}}'),
  ],
  ['10,000,000 merges as text', bigText('{"model":{"type":"BPE","vocab":{"a":0},"merges":[', '"a a"', ']}}')],
  [
    'added tokens of 2,000,000 characters',
    withAdded(
      ...Array.from({ length: 2_000 }, (_, id) => ({ id: 500 + id, content: `<${'x'.repeat(1_000)}${id}>` })),
    ),
  ],
  // what is unknown
  [
    'a WordPiece without its unknown token',
    wordPieceFile({ model: { ...wordPieceFile().model, vocab: { a: 0 } } }),
  ],
  ['a Unigram without an unknown token', unigramFile({ model: { ...unigramFile().model, unk_id: null } })],
  [
    'a WordLevel without its unknown token',
    wordPieceFile({ model: { type: 'WordLevel', unk_token: SECRET, vocab: { a: 0 } } }),
  ],
  [
    'a BPE whose unknown token is none',
    byteLevelFile({ model: { type: 'BPE', unk_token: SECRET, vocab: { a: 0 }, merges: [] } }),
  ],
  [
    'a Unigram that falls back to bytes',
    unigramFile({ model: { ...unigramFile().model, byte_fallback: true } }),
  ],
  // patterns
  ['a pattern that reads far in vain', withPattern('[ab]*a{32}c')],
  ['a pattern that reads far in vain, thrice', withPattern('[ab]*[ac]{31}[ad]{32}e')],
  ['a pattern that looks ahead far', withPattern('(?!a+b)a')],
  [
    'a known pattern without what follows it',
    withPattern(String.raw`\s*[
]+`),
  ],
  ['a pattern that is a number', withPattern(5)],
  ['an empty pattern', withPattern('')],
  ['no pattern', byteLevelFile({ pre_tokenizer: splitBy({}) })],
  ['an unclosed pattern', withPattern(`(${SECRET}`)],
  ['nested quantifiers', withPattern('(a+)+$')],
  ['nested quantifiers within groups', withPattern('(?:(?:(a*)b?)c?)*d')],
  ['a choice that is repeated', withPattern('(?:a|a)*b')],
  ['an optional part that is repeated', withPattern('(?:a?){30}a{30}')],
  ['many endless quantifiers', withPattern('a*a*a*a*a*a*a*a*b')],
  ['many large bounds', withPattern('a{1,9999}a{1,9999}a{1,9999}b')],
  ['many optional parts', withPattern(`${'a?'.repeat(30)}a{30}`)],
  ['many choices', withPattern(`${'(?:a|a)'.repeat(30)}b`)],
  ['a quantifier upon a quantifier', withPattern('a{1,3}{1,3}+b')],
  ['a back-reference', withPattern(String.raw`(a*)\1b`)],
  ['a look-behind', withPattern('(?<=a+)b')],
  ['a pattern of 100,000 characters', withPattern('a'.repeat(100_000))],
  [
    'a hostile pattern of a normalizer',
    wordPieceFile({ normalizer: { type: 'Replace', pattern: { Regex: '(a+)+$' }, content: '' } }),
  ],
  [
    'a hostile pattern of a decoder',
    wordPieceFile({ decoder: { type: 'Replace', pattern: { Regex: '(a+)+$' }, content: '' } }),
  ],
];

test.each(HOSTILE)('%s: an error with a code, and without the text of the file', async (_, file) => {
  const error: unknown = await fromTokenizerJson(file as object).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PromptCostError);
  const { code, message } = error as PromptCostError;
  expect(['invalid-input', 'unsupported-encoding']).toContain(code);
  expect(message).not.toContain(SECRET);
  expect(message.length).toBeLessThan(250);
});

test('a hostile config is refused as well', async () => {
  for (const config of [null, [], 'x', cyclic('a')]) {
    await expect(fromTokenizerJson(byteLevelFile(), config as object)).rejects.toBeInstanceOf(
      PromptCostError,
    );
  }
});

test('tokens named as members of objects are tokens', async () => {
  const file = byteLevelFile();
  const text = JSON.stringify(file).replace(
    '"<|end|>":',
    '"__proto__":900,"constructor":901,"toString":902,"<|end|>":',
  );
  const encoding = await fromTokenizerJson(text);
  expect(encoding.encode('hello')).toHaveLength(1);
});
