import { type Ingredients, several } from './ingredients.js';

const SPELLINGS = [
  ...[
    '<|endoftext|>',
    '<|im_start|>',
    '<|im_end|>',
    '<|eot_id|>',
    '<|start|>',
    '<|channel|>',
    '<think>',
    '</think>',
  ],
  ...['<｜User｜>', '<｜end▁of▁sentence｜>', '[INST]', '<s>', '</s>', '<|', '|>', '<｜', '｜>', '<unk>'],
];
const OTHERS = [' ', '\n', 'a', '1', '.', '<', '|', '\u0301', 'user', '字'];

/** Control tokens: the encoding's own, other models', cut short, doubled, and grown into their surroundings. */
export function lookAlikes({ random, specials }: Ingredients): string {
  return several(random, 1, 8, () => {
    if (random.once(3)) return random.pick(OTHERS);
    const special = random.pick(random.once(2) ? SPELLINGS : specials);
    return random.once(4) ? special.slice(random.below(3), special.length - random.below(3)) : special;
  });
}
