import { PromptCostError, shown } from '../errors/index.js';
import type { CacheRule } from '../models/index.js';
import { cachedPart } from './cached-part.js';

/** The sizes of a conversation. A list has one number a turn. */
export interface ConversationShape {
  /** How many requests are sent. */
  readonly turns: number;
  /** Tokens that stand at the beginning of every request: system prompt, tools, documents. */
  readonly systemTokens?: number | undefined;
  /** Tokens that the user, or a tool, adds before each request. */
  readonly userTokens: number | readonly number[];
  /** Tokens of each answer; they are part of the next request. */
  readonly outputTokens: number | readonly number[];
  /** Of each answer, tokens that are billed and not sent back: hidden reasoning. Default 0. */
  readonly droppedTokens?: number | readonly number[] | undefined;
  /** Time from one request to the next. Default 0: at once. */
  readonly secondsBetweenTurns?: number | undefined;
}

/** One request of a conversation, in tokens. */
export interface TurnTokens {
  readonly turn: number;
  readonly input: number;
  readonly output: number;
  /** Of the input, what the cache gives back when it works. */
  readonly cacheRead: number;
  /** Of the input, what is put into the cache. */
  readonly cacheWrite: number;
}

const MOST_TURNS = 10_000;

/**
 * The requests of a conversation in which each one repeats all that was said before it.
 *
 * What one request sent, the next finds in the cache, unless the cache forgot it in between; the answer before it is new to the
 * cache, as the user's words are. Without a rule nothing is cached.
 *
 * @param shape - Sizes in tokens.
 * @param rule - The cache's rule, with the seconds its entries live.
 */
export function conversationTurns(shape: ConversationShape, rule: CacheRule | undefined): TurnTokens[] {
  const { turns, systemTokens = 0, secondsBetweenTurns = 0 } = shape;
  check('turns', turns, 1, MOST_TURNS);
  check('systemTokens', systemTokens, 0);
  if (!(secondsBetweenTurns >= 0)) {
    throw invalid(`secondsBetweenTurns is ${shown(secondsBetweenTurns)}. Pass seconds, 0 or more.`);
  }
  const user = perTurn('userTokens', shape.userTokens, turns);
  const output = perTurn('outputTokens', shape.outputTokens, turns);
  const dropped = perTurn('droppedTokens', shape.droppedTokens ?? 0, turns);
  const forgets = rule?.seconds !== undefined && secondsBetweenTurns > rule.seconds;
  const planned: TurnTokens[] = [];
  let context = systemTokens;
  let sent = 0; // tokens of the request before
  for (let turn = 1; turn <= turns; turn++) {
    const input = context + user[turn - 1]!;
    const cacheRead = rule && !forgets ? cachedPart(sent, rule) : 0;
    const cacheWrite = rule ? Math.max(cachedPart(input, rule) - cacheRead, 0) : 0;
    planned.push({ turn, input, output: output[turn - 1]!, cacheRead, cacheWrite });
    const kept = output[turn - 1]! - dropped[turn - 1]!;
    if (kept < 0)
      throw invalid(`droppedTokens (${dropped[turn - 1]}) cannot exceed outputTokens (${output[turn - 1]}).`);
    context = input + kept;
    sent = input;
  }
  return planned;
}

function perTurn(name: string, value: number | readonly number[], turns: number): readonly number[] {
  const list = typeof value === 'number' ? new Array<number>(turns).fill(value) : value;
  if (!Array.isArray(list) || list.length !== turns) {
    throw invalid(`${name} must be a number, or a list with one for each of the ${turns} turns.`);
  }
  for (const each of list) check(name, each, 0);
  return list;
}

function check(name: string, value: unknown, least: number, most: number = 1e12): void {
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most) return;
  throw invalid(`${name} is ${shown(value)}. Pass a whole number from ${least} to ${most}.`);
}

function invalid(message: string): PromptCostError {
  return new PromptCostError('invalid-input', message);
}
