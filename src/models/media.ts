import { PromptCostError, shown } from '../errors/index.js';
import file from './data/media.json' with { type: 'json' };
import type { MediaRules } from './media-rules.js';

/** `data/media.json`: rules by name, each with the key of its source. A name that is `like` another takes its figures. */
export interface MediaFile {
  readonly sources: Readonly<Record<string, MediaRules['source']>>;
  readonly rules: Readonly<Record<string, MediaEntry>>;
}

/** Own figures, or those of another name with the reason why they stand in. */
export type MediaEntry =
  | (Omit<MediaRules, 'name' | 'source' | 'assumed'> & { readonly source: string })
  | { readonly like: string; readonly assumed: string };

/**
 * The rules that count what is not text.
 *
 * @param name - As a model's record names them, e.g. `"anthropic-1568"`.
 *
 * @returns The rules, with their source.
 *
 * @throws `PromptCostError` `invalid-input` when no rules have that name.
 */
export function mediaRules(name: string): MediaRules {
  const { sources, rules } = data();
  const entry = Object.hasOwn(rules, name) ? rules[name]! : undefined;
  if (!entry) {
    const known = Object.keys(rules).join(', ');
    throw new PromptCostError(
      'invalid-input',
      `No media rules are named ${shown(name)}. Use one of: ${known}.`,
    );
  }
  if ('like' in entry) return { ...mediaRules(entry.like), name, assumed: entry.assumed };
  return { ...entry, name, source: sources[entry.source]! };
}

/** All rules that have figures of their own: what a model may do that none are known for. */
export function allMediaRules(): MediaRules[] {
  const { rules } = data();
  return Object.keys(rules)
    .filter((name) => !('like' in rules[name]!))
    .map(mediaRules);
}

function data(): MediaFile {
  return file as unknown as MediaFile;
}
