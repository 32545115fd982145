import { PromptCostError, reading } from '../../errors/index.js';
import { assertLimit } from '../checks.js';
import type { EncodeOptions, StreamingEncoding } from '../types.js';
import { fittingEnd } from './fitting-end.js';
import { Graphemes } from './graphemes.js';

/** See {@link Encoding.split}. */
export function splitText(
  encoding: StreamingEncoding,
  text: string,
  maxTokens: number,
  options?: EncodeOptions & { readonly overlap?: number },
): string[] {
  const overlap = reading('options', () => options?.overlap ?? 0);
  assertLimit(overlap, 'overlap', 0);
  if (overlap >= maxTokens) {
    throw new PromptCostError(
      'invalid-input',
      `An overlap of ${overlap} leaves no room in parts of ${maxTokens} tokens. Make it smaller.`,
    );
  }
  const graphemes = new Graphemes(text);
  const parts: string[] = [];
  let reached = 0;
  for (let from = 0; from < text.length; ) {
    const end = fittingEnd(encoding, text, from, maxTokens, graphemes, options);
    if (end <= reached && from < reached) {
      from = reached; // behind the overlap there is no room for the next grapheme
      continue;
    }
    if (end === from) {
      const needed = encoding.count(text.slice(from, graphemes.end(from)), options);
      throw new PromptCostError(
        'too-small',
        `The character at offset ${from} takes ${needed} tokens, more than maxTokens (${maxTokens}). Pass at least ${needed}.`,
      );
    }
    const part = text.slice(from, end);
    parts.push(part);
    reached = end;
    if (end === text.length) break;
    from = overlap === 0 ? end : overlapStart(encoding, part, from, end, overlap, graphemes, options);
  }
  return parts;
}

/** Where the last `overlap` tokens of a part begin, or its end where starting there would not get further. */
function overlapStart(
  encoding: StreamingEncoding,
  part: string,
  from: number,
  end: number,
  overlap: number,
  graphemes: Graphemes,
  options: EncodeOptions | undefined,
): number {
  const starts = Array.from(encoding.tokens(part, options), (token) => token.start);
  const start = graphemes.floor(from, from + starts[Math.max(0, starts.length - overlap)]!);
  return start > from ? start : end;
}
