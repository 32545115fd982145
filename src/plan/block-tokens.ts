import type { CountedPart, Part } from '../request/index.js';
import type { PromptBlock } from './prompt-blocks.js';

/**
 * The likely tokens of the first blocks of a request.
 *
 * A message that is in them as a whole has its own count; of one that is cut, its texts have the part of it that their own counts are.
 *
 * @param blocks - All of the request.
 * @param end - How many of them.
 * @param parts - The request, counted.
 * @param count - Likely tokens of a text.
 */
export function blockTokens(
  blocks: readonly PromptBlock[],
  end: number,
  parts: readonly CountedPart[],
  count: (text: string) => number,
): number {
  const taken = blocks.slice(0, end);
  const cut = taken.at(-1)?.message === blocks[end]?.message ? taken.at(-1)?.message : undefined;
  const whole = new Set(taken.filter(({ message }) => !message || message !== cut).map(({ path }) => path));
  // What surrounds the tools stands with them, once all of them are there.
  if (taken.some(isTool) && !(blocks[end] && isTool(blocks[end]))) whole.add('tools');
  const sum = (of: (path: string) => boolean): number =>
    parts.reduce((all, { path, tokens }) => (of(path) ? all + tokens.likely : all), 0);
  const before = sum((path) => whole.has(path) || whole.has(ownerOf(path)));
  if (!cut) return before;
  const last = taken.at(-1)!.part!;
  const inside = cut.parts.slice(0, last + 1);
  const [some, all] = [inside, cut.parts].map((each) => count(each.map(textOf).join('\n')));
  const own = parts.find(({ path }) => path === cut.path)?.tokens.likely ?? 0;
  const texts = all === 0 ? 0 : Math.floor((own * some!) / all!);
  return before + texts + sum((path) => path !== cut.path && inside.some((part) => isIn(path, part.path)));
}

function isTool({ path }: PromptBlock): boolean {
  return path.startsWith('tools');
}

/** The message or the tool that a part of it belongs to: `messages[3]` of `messages[3].content[1]`. */
function ownerOf(path: string): string {
  return /^[a-z]+(?:\[\d+\])?/i.exec(path)?.[0] ?? path;
}

function isIn(path: string, owner: string): boolean {
  return path === owner || path.startsWith(`${owner}.`) || path.startsWith(`${owner}[`);
}

function textOf(part: Part): string {
  switch (part.kind) {
    case 'text':
    case 'reasoning':
      return part.text;
    case 'toolCall':
      return `${part.name} ${part.arguments}`;
    case 'toolResult':
      return part.parts.map(textOf).join('\n');
    default:
      return '';
  }
}
