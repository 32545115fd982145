const FIRST_OF_LLAMA = 128_000;
const ALL_OF_LLAMA = 256;

/** By id from 128,000 on, as Meta's models/llama3/tokenizer.py names them in meta-llama/llama-models@a946b747 for Llama 3.1 and later. */
const NAMED_OF_LLAMA = [
  '<|begin_of_text|>',
  '<|end_of_text|>',
  '<|reserved_special_token_0|>',
  '<|reserved_special_token_1|>',
  '<|finetune_right_pad_id|>',
  '<|step_id|>',
  '<|start_header_id|>',
  '<|end_header_id|>',
  '<|eom_id|>',
  '<|eot_id|>',
  '<|python_tag|>',
  '<|image|>',
] as const;

/** The control tokens of Llama 3.1 to 3.3: Llama 3 has all their ids, and other names for some. The rest are reserved, counted on from 2. */
export const LLAMA_SPECIALS: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from({ length: ALL_OF_LLAMA }, (_, index) => [
    NAMED_OF_LLAMA[index] ?? `<|reserved_special_token_${index - NAMED_OF_LLAMA.length + 2}|>`,
    FIRST_OF_LLAMA + index,
  ]),
);

/** What DeepSeek R1 and later write around their thoughts: placeholders in V3's file. */
export const R1_SPECIALS: Readonly<Record<string, number>> = { '<think>': 128_798, '</think>': 128_799 };
