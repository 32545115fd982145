const MARK = '\u2581';

/** One character for each byte, as byte-level BPE writes them. */
const BYTE_CHARACTERS: readonly string[] = (() => {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte !== 0xad)
      ? String.fromCharCode(byte)
      : String.fromCharCode(next++),
  );
})();

export interface TinyFile {
  version: string;
  added_tokens: Record<string, unknown>[];
  normalizer: unknown;
  pre_tokenizer: unknown;
  post_processor: unknown;
  decoder: unknown;
  model: Record<string, unknown>;
}

/** A byte-level BPE file that merges "hello", " world", "there", some digits and the bytes of é. */
export function byteLevelFile(changes: Partial<TinyFile> = {}): TinyFile {
  const merges = [
    'h e',
    'l l',
    'he ll',
    'hell o',
    'Ġ w',
    'o r',
    'Ġw or',
    'l d',
    'Ġwor ld',
    't he',
    '1 2',
    'Ã ©',
    "' t",
    'Ġ Ġ',
  ];
  const tokens = [...BYTE_CHARACTERS, ...merges.map((merge) => merge.replace(' ', '')), '<|end|>'];
  return {
    version: '1.0',
    added_tokens: [{ id: tokens.length - 1, content: '<|end|>', special: true, normalized: false }],
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges,
    },
    ...changes,
  };
}

/** The pre-tokenizer of most files since 2023: a pattern, then bytes. */
export function splitBy(pattern: unknown, changes: Record<string, unknown> = {}): object {
  return {
    type: 'Sequence',
    pretokenizers: [
      { type: 'Split', pattern, behavior: 'Isolated', invert: false, ...changes },
      { type: 'ByteLevel', add_prefix_space: false, use_regex: false },
    ],
  };
}

/** A SentencePiece BPE file with byte fallback. */
export function sentencePieceFile(changes: Partial<TinyFile> = {}): TinyFile {
  const bytes = Array.from(
    { length: 256 },
    (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
  );
  const merges = [
    'h e',
    'l l',
    'he ll',
    'hell o',
    `${MARK} w`,
    'o r',
    `${MARK}w or`,
    'l d',
    `${MARK}wor ld`,
    `${MARK} hello`,
  ];
  const tokens = new Set([
    '<unk>',
    '<s>',
    '</s>',
    ...bytes,
    ...merges.map((merge) => merge.replace(' ', '')),
    MARK,
    ...'abcdehlortwé',
  ]);
  return {
    version: '1.0',
    added_tokens: ['<unk>', '<s>', '</s>'].map((content, id) => ({
      id,
      content,
      special: true,
      normalized: false,
    })),
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'Prepend', prepend: MARK },
        { type: 'Replace', pattern: { String: ' ' }, content: MARK },
      ],
    },
    pre_tokenizer: null,
    post_processor: null,
    decoder: {
      type: 'Sequence',
      decoders: [
        { type: 'Replace', pattern: { String: MARK }, content: ' ' },
        { type: 'ByteFallback' },
        { type: 'Fuse' },
        { type: 'Strip', content: ' ', start: 1, stop: 0 },
      ],
    },
    model: {
      type: 'BPE',
      unk_token: '<unk>',
      fuse_unk: true,
      byte_fallback: true,
      vocab: Object.fromEntries([...tokens].map((token, id) => [token, id])),
      merges,
    },
    ...changes,
  };
}

/** A file as BERT's are. */
export function wordPieceFile(changes: Partial<TinyFile> = {}): TinyFile {
  const tokens = [
    '[PAD]',
    '[UNK]',
    '[CLS]',
    '[SEP]',
    'hello',
    'world',
    'token',
    '##izer',
    '##s',
    ',',
    '!',
    '[',
    ']',
    'cls',
    'cafe',
  ];
  return {
    version: '1.0',
    added_tokens: ['[PAD]', '[UNK]', '[CLS]', '[SEP]'].map((content, id) => ({
      id,
      content,
      special: true,
      normalized: false,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'BertProcessing',
      sep: ['[SEP]', 3],
      cls: ['[CLS]', 2],
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
    },
    ...changes,
  };
}

/** A file as T5's are. */
export function unigramFile(changes: Partial<TinyFile> = {}): TinyFile {
  const vocab = [
    ['<unk>', 0],
    ['</s>', 0],
    [MARK, -2],
    [`${MARK}hello`, -3],
    [`${MARK}wor`, -4],
    ['ld', -4.5],
    ['s', -5],
    ['l', -6],
    ['d', -6],
  ];
  return {
    version: '1.0',
    added_tokens: [
      { id: 0, content: '<unk>', special: true, normalized: false },
      { id: 1, content: '</s>', special: true, normalized: false },
    ],
    normalizer: null,
    pre_tokenizer: { type: 'Metaspace', replacement: MARK, prepend_scheme: 'always', split: true },
    post_processor: null,
    decoder: { type: 'Metaspace', replacement: MARK, prepend_scheme: 'always', split: true },
    model: { type: 'Unigram', unk_id: 0, vocab },
    ...changes,
  };
}
