import { NotOurs } from './refused-file.js';
import type { AddedToken } from './tokenizer-json.js';

/**
 * Whether an added token marks structure, as `<|im_end|>`, `<tool_call>` and `[INST]` do, rather than holding text, as runs of spaces:
 * the file says so (`special`), or it stands in brackets.
 *
 * Such tokens are control tokens here: text that spells one is text, unless the caller asks otherwise.
 */
export function isControl({ special, content }: AddedToken): boolean {
  return special || /^(<.*>|\[.*\]|\{.*\})$/s.test(content);
}

/** What a note says of control tokens that the file itself would find in any text; empty where there are none. */
export function controlNote(tokens: readonly AddedToken[]): string {
  const unmarked = tokens.filter((token) => isControl(token) && !token.special).length;
  const greedy = tokens.filter(({ lstrip, rstrip, single_word }) => lstrip || rstrip || single_word).length;
  return [
    unmarked > 0 &&
      ` Added tokens in brackets (${unmarked}) are control tokens here although the file does not call them special: text that spells one is text by default.`,
    greedy > 0 && ` The spaces around ${greedy} added tokens, which the file strips, are kept.`,
  ]
    .filter(Boolean)
    .join('');
}

/** Refuses added tokens that hold text and that the file finds before anything merges. */
export function assertOnlyControl(tokens: readonly AddedToken[]): void {
  const found = tokens.filter((token) => !isControl(token)).length;
  if (found > 0) throw new NotOurs(`added tokens that hold text (${found}) are found before anything merges`);
}
