import type { Content, Exactness } from '../models/index.js';
import { type CountedPart, type Dialect, sumOf, type TokenRange } from '../request/index.js';

/** What a reply to a call can teach `calibrate()`. */
export interface Lesson {
  /** Answers that were asked for in one call. */
  readonly choices: number;
  /** Of its input; absent where that is exact or was counted elsewhere. */
  readonly input?: InputLesson;
}

/** Of an input, what is open and what it is like, before any calibration. */
export interface InputLesson {
  /** Inputs of one kind teach of each other: their shape, what their texts are, and whether they have tools. */
  readonly kind: string;
  /** Texts, functions and what stands around them. */
  readonly open: TokenRange;
  /** The texts alone. */
  readonly texts: TokenRange;
  /** How many parts are open. */
  readonly pieces: number;
  /** Pictures, tools of the provider, parts that no dialect explains: a reply to another request says nothing of them. */
  readonly apart: TokenRange;
}

/**
 * What there is to learn of an input.
 *
 * @param counted - Its parts, its texts alone, and their contents.
 *
 * @returns `undefined` for an exact one.
 */
export function inputLesson(
  dialect: Dialect,
  counted: {
    readonly exactness: Exactness;
    readonly parts: readonly CountedPart[];
    readonly texts: TokenRange;
    readonly contents: ReadonlySet<Content>;
  },
): InputLesson | undefined {
  const { exactness, parts, texts, contents } = counted;
  if (exactness === 'exact') return undefined;
  const open = parts.filter(({ apart }) => !apart);
  const hasTools = parts.some(({ path }) => path.startsWith('tools'));
  return {
    kind: [dialect, ...[...contents].sort(), ...(hasTools ? ['tools'] : [])].join(' '),
    open: totalOf(open),
    texts,
    pieces: open.length,
    apart: totalOf(parts.filter(({ apart }) => apart)),
  };
}

/**
 * What a reply to a call can teach.
 *
 * @param input - What there is to learn of its input.
 * @param run - What the provider's tools may add to it while it runs.
 */
export function lessonOf(
  choices: number | undefined,
  input: InputLesson | undefined,
  run: readonly CountedPart[],
): Lesson {
  const apart = input && sumOf([input.apart, totalOf(run)]);
  return { choices: choices ?? 1, ...(input && apart && { input: { ...input, apart } }) };
}

function totalOf(parts: readonly CountedPart[]): TokenRange {
  const sum = sumOf(parts.map(({ tokens }) => tokens));
  return { ...sum, low: Math.max(0, sum.low) };
}
