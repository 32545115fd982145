import type { Meter } from '../meters/index.js';
import file from './data/server-tools.json' with { type: 'json' };

type Three = readonly [low: number, likely: number, high: number];

/** What one use of a tool that a provider runs adds to a call. */
export interface ServerToolRule {
  /** What its uses are billed by, beside tokens, where a seller asks a fee. */
  readonly meter?: Meter;
  /** Hours in one call, for a meter of hours; absent where the uses themselves are billed. */
  readonly hours?: Three;
  /** Tokens that one use gives to the model. */
  readonly result: Three;
  /** Tokens of each of its results, at most: the request may say how many. */
  readonly each?: number;
  /** What it gives is read once. Otherwise each use begins a round that reads the prompt and all results before it again. */
  readonly once?: boolean;
  /** Of its numbers; `docs/requests.md` says what they rest on. */
  readonly sources: readonly { readonly ref: string; readonly date?: string }[];
}

/** `data/server-tools.json`: by the start of a tool's type. An entry that is `like` another takes the other's figures. */
export type ServerToolFile = Readonly<
  Record<string, ServerToolRule | { readonly like: string; readonly once?: boolean }>
>;

const rules = file as unknown as ServerToolFile;

/**
 * What a tool that the provider runs adds to a call.
 *
 * @param type - As the request has it: `"web_search_20250305"`, `"googleSearch"`.
 *
 * @returns Nothing for a tool that the caller runs, or that is not known.
 */
export function serverToolRule(type: string): ServerToolRule | undefined {
  const name = type.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const kin = Object.keys(rules)
    .filter((start) => name.startsWith(start))
    .sort((a, b) => b.length - a.length)[0];
  if (kin === undefined) return undefined;
  const rule = rules[kin]!;
  return 'like' in rule ? ({ ...rules[rule.like], ...rule } as ServerToolRule) : rule;
}
