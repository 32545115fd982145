const CONTROL = ['<unk>', '<s>', '</s>'];

/**
 * A `tokenizer.json` of Llama 2 from the source of `llama-tokenizer-js`, which was itself made from one: the tokens and merges in their
 * order, around them what every file of this family says. Read apart from the reader under test.
 */
export function llamaTokenizerJson(source: string): { readonly added_tokens: { readonly special: true }[] } {
  const base64 = (name: string): Buffer =>
    Buffer.from(source.split(`const ${name} = "`)[1]!.split('"')[0]!, 'base64');
  const tokens = base64('llama_vocab_base64').toString('utf8').split('\n');
  const places = base64('llama_merges_binary');
  const token = (at: number): string => tokens[places.readUInt16LE(at)]!;
  const merges = Array.from({ length: places.length / 4 }, (_, index) => [
    token(4 * index),
    token(4 * index + 2),
  ]);
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false } as const;
  const json = {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: CONTROL.map((content) => ({
      id: tokens.indexOf(content),
      content,
      special: true as const,
      ...flags,
    })),
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'Prepend', prepend: '\u2581' },
        { type: 'Replace', pattern: { String: ' ' }, content: '\u2581' },
      ],
    },
    pre_tokenizer: null,
    post_processor: null,
    decoder: null,
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: '<unk>',
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: true,
      byte_fallback: true,
      vocab: Object.fromEntries(tokens.map((text, id) => [text, id])),
      merges,
    },
  };
  return json;
}
