import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromTokenizerJson } from '../../../src/encodings/index.js';
import {
  byteLevelFile,
  sentencePieceFile,
  splitBy,
  type TinyFile,
  unigramFile,
  wordPieceFile,
} from './tiny-tokenizers.js';

const CL100K =
  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
const TEXTS = [
  'hello world',
  ' hello  world\n\n',
  "there'the then 1212 12345",
  'héllo é 你好 👩‍👩‍👧 \u00a0\u3000 x',
  'don\'t "quote" \t\ttabs\r\n',
  '<|end|> and <s>',
  'e\u0301',
];

/** The same file by @huggingface/tokenizers without its control tokens. */
function oracle(file: TinyFile): (text: string) => number[] {
  const tokenizer = new Tokenizer({ ...file, added_tokens: [] }, {});
  return (text) => (text === '' ? [] : tokenizer.encode(text, { add_special_tokens: false }).ids);
}

const OURS: readonly (readonly [string, TinyFile])[] = [
  ['ByteLevel with its own pattern', byteLevelFile()],
  ['ByteLevel without a pattern', byteLevelFile({ pre_tokenizer: { type: 'ByteLevel', use_regex: false } })],
  ['a Split before ByteLevel', byteLevelFile({ pre_tokenizer: splitBy({ Regex: CL100K }) })],
  [
    'a Split that removes what is between its matches',
    byteLevelFile({ pre_tokenizer: splitBy({ Regex: CL100K }, { behavior: 'Removed', invert: true }) }),
  ],
  ['NFC', byteLevelFile({ normalizer: { type: 'NFC' } })],
  ['an empty normalizer', byteLevelFile({ normalizer: { type: 'Sequence', normalizers: [] } })],
  ['ignore_merges', byteLevelFile({ model: { ...byteLevelFile().model, ignore_merges: true } })],
  [
    'merges as pairs',
    byteLevelFile({
      model: {
        ...byteLevelFile().model,
        merges: (byteLevelFile().model['merges'] as string[]).map((merge) => merge.split(' ')),
      },
    }),
  ],
  ['SentencePiece with a prefix', sentencePieceFile()],
  [
    'SentencePiece without one',
    sentencePieceFile({ normalizer: { type: 'Replace', pattern: { String: ' ' }, content: '\u2581' } }),
  ],
];

test.each(OURS)('%s is counted by our own engine, as the reference does', async (_, file) => {
  const ours = await fromTokenizerJson(JSON.stringify(file));
  const reference = oracle(file);
  expect(ours.engine).toBe('promptcost');
  for (const text of TEXTS) expect(ours.encode(text)).toEqual(reference(text));
  const words = fc.constantFrom('hello', ' world', 'there', ' ', '\n', '12', 'é', "'t", '你', '!?', 'x');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      expect(ours.encode(text)).toEqual(reference(text));
      expect(ours.count(text)).toBe(ours.encode(text).length);
    }),
    { numRuns: 60 },
  );
});

test('an object is read as its text is', async () => {
  const file = byteLevelFile();
  const ours = await fromTokenizerJson(file);
  expect(ours.encode(' hello world')).toEqual(
    (await fromTokenizerJson(JSON.stringify(file))).encode(' hello world'),
  );
});

test('control tokens are text by default', async () => {
  for (const file of [byteLevelFile(), sentencePieceFile(), wordPieceFile(), unigramFile()]) {
    const ours = await fromTokenizerJson(file);
    const { id, content } = file.added_tokens.at(-1) as { id: number; content: string };
    expect(ours.encode(content)).not.toContain(id);
    expect(ours.encode(content, { specialTokens: 'special' })).toEqual([id]);
    expect(ours.decode([id])).toBe(content);
  }
});

test('an added token in brackets is a control token, and the note says so', async () => {
  const file = byteLevelFile();
  file.added_tokens.push({ id: 400, content: '<tool>', special: false });
  const ours = await fromTokenizerJson(file);
  expect(ours.engine).toBe('promptcost');
  expect(ours.encode('<tool>')).not.toContain(400);
  expect(ours.encode('<tool>', { specialTokens: 'special' })).toEqual([400]);
  expect(ours.vocabSize).toBe(401);
  expect(ours.note).toMatchInlineSnapshot(
    `"Byte-level BPE whose merges, pattern and normalizer this package's own engine follows exactly. Added tokens in brackets (1) are control tokens here although the file does not call them special: text that spells one is text by default."`,
  );
});

test('the encoding has the name that the config gives', async () => {
  expect((await fromTokenizerJson(byteLevelFile(), { name_or_path: 'acme/tiny' })).name).toBe('acme/tiny');
  expect((await fromTokenizerJson(wordPieceFile(), { name_or_path: 'acme/bert' })).name).toBe('acme/bert');
  expect((await fromTokenizerJson(byteLevelFile())).name).toBe('tokenizer.json');
});

const spaces = byteLevelFile();
spaces.added_tokens.push({ id: 401, content: '    ', special: false, normalized: true });
const backwards = byteLevelFile();
(backwards.model['vocab'] as Record<string, number>)['ot'] = 300;

const THEIRS: readonly (readonly [string, string, TinyFile])[] = [
  ['WordPiece', 'its model is WordPiece, not BPE', wordPieceFile()],
  ['Unigram', 'its model is Unigram, not BPE', unigramFile()],
  [
    'a lowercase normalizer',
    'its normalizer is neither NFC nor NFKC',
    byteLevelFile({ normalizer: { type: 'Lowercase' } }),
  ],
  [
    'ByteLevel that adds a space',
    'ByteLevel adds a space before the text',
    byteLevelFile({ pre_tokenizer: { type: 'ByteLevel', add_prefix_space: true, use_regex: true } }),
  ],
  [
    'a Split that is merged',
    'a Split does not keep its matches as pieces',
    byteLevelFile({ pre_tokenizer: splitBy({ String: ' ' }, { behavior: 'MergedWithNext' }) }),
  ],
  [
    'a pattern with $',
    'its pattern has a construct that engines read differently',
    byteLevelFile({ pre_tokenizer: splitBy({ Regex: String.raw`\p{L}$|[\s\S]` }) }),
  ],
  ['an added token of spaces', 'added tokens that hold text (1) are found before anything merges', spaces],
  [
    'a token that no merge of the list makes',
    'the token of rank 256 ends with a pair that the merge list lacks',
    backwards,
  ],
  [
    'a Metaspace that prepends',
    'nothing marks its spaces the way SentencePiece does',
    sentencePieceFile({
      normalizer: null,
      pre_tokenizer: { type: 'Metaspace', replacement: '\u2581', prepend_scheme: 'first', split: false },
    }),
  ],
];

test.each(THEIRS)('%s is counted by @huggingface/tokenizers, and the note says why', async (_, why, file) => {
  const ours = await fromTokenizerJson(file);
  const kept = file.added_tokens.filter(({ special }) => special === false);
  const whole = new Tokenizer({ ...file, added_tokens: kept }, {});
  expect(ours.engine).toBe('huggingface');
  for (const text of TEXTS)
    expect(ours.encode(text)).toEqual(whole.encode(text, { add_special_tokens: false }).ids);
  expect(ours.note).toContain(`@huggingface/tokenizers: ${why}. Control tokens (`);
});
