import { expect, test } from 'vitest';
import { loadEncoding } from '../../src/encodings/index.js';

/** As the makers' own code names them: what models of the vocabulary write, with the ids their weights have. */
const CONTROL: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // meta-llama/llama-models@a946b747, models/llama3/tokenizer.py
  llama3: {
    '<|begin_of_text|>': 128_000,
    '<|finetune_right_pad_id|>': 128_004,
    '<|step_id|>': 128_005,
    '<|start_header_id|>': 128_006,
    '<|eom_id|>': 128_008,
    '<|eot_id|>': 128_009,
    '<|python_tag|>': 128_010,
    '<|image|>': 128_011,
    '<|reserved_special_token_2|>': 128_012,
    '<|reserved_special_token_245|>': 128_255,
  },
  // DeepSeek-R1's tokenizer.json; in V3's the two ids are placeholders.
  deepseek_v3: { '<think>': 128_798, '</think>': 128_799, '<｜User｜>': 128_803 },
  // mistralai/mistral-common@018cad7e, tokens/tokenizers/tekken.py
  tekken: {
    '[INST]': 3,
    '[IMG]': 10,
    '<pad>': 11,
    '[IMG_BREAK]': 12,
    '[IMG_END]': 13,
    '[PREFIX]': 14,
    '[SYSTEM_PROMPT]': 17,
    '[/SYSTEM_PROMPT]': 18,
    '[TOOL_CONTENT]': 19,
  },
};

test.each(Object.entries(CONTROL))(
  "%s has its models' control tokens, where they are asked for",
  async (name, tokens) => {
    const encoding = await loadEncoding(name);
    for (const [text, id] of Object.entries(tokens)) {
      expect(encoding.encode(text, { specialTokens: 'special' }), text).toEqual([id]);
      expect(encoding.decode([id])).toBe(text);
      expect(encoding.count(text), text).toBeGreaterThan(1);
      expect(encoding.encode(`a${text}b`, { specialTokens: 'special' })).toContain(id);
    }
  },
);

test('an id has one name', async () => {
  const llama = await loadEncoding('llama3');
  const texts = Array.from({ length: 256 }, (_, index) => llama.decode([128_000 + index]));
  expect(new Set(texts).size).toBe(256);
  expect(
    texts.every((text, index) => llama.encode(text, { specialTokens: 'special' })[0] === 128_000 + index),
  ).toBe(true);
});
