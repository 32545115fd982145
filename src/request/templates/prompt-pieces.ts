import type { PromptPiece } from './types.js';

/** Finds every control token, the longest at each place. */
export function controlPattern(controls: readonly string[]): RegExp {
  const longestFirst = [...controls].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'g');
}

/**
 * A rendered prompt in pieces: the control tokens in it, and the text between them.
 *
 * @param mark - What marks control tokens that are text; it is taken out.
 */
export function promptPieces(rendered: string, controls: readonly string[], mark?: string): PromptPiece[] {
  const pieces: PromptPiece[] = [];
  let from = 0;
  const text = (end: number): void => {
    const stretch = rendered.slice(from, end);
    if (stretch !== '') pieces.push({ text: mark ? stretch.replaceAll(mark, '') : stretch, control: false });
  };
  const pattern = controlPattern(controls);
  for (let found = pattern.exec(rendered); found; found = pattern.exec(rendered)) {
    text(found.index);
    pieces.push({ text: found[0], control: true });
    from = pattern.lastIndex;
  }
  text(rendered.length);
  return pieces;
}
