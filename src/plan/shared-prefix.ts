import { loadEncoding } from '../encodings/index.js';
import {
  checkEstimator,
  checkRequest,
  createEstimator,
  type EstimateRequest,
  type Estimator,
  type PromptRequest,
} from '../estimate/index.js';
import { type CacheRule, cacheRule } from '../models/index.js';
import { type CountedPart, type Message, normalRequest, type Tool } from '../request/index.js';
import { cachedPart } from './cached-part.js';
import { demandPrice } from './demand-price.js';

/** What a request has in common with the one before it, from its beginning. */
export interface SharedPrefix {
  /** Likely tokens that both begin with. */
  readonly tokens: number;
  /** Of them, what the seller's cache gives back: 0 below its minimum, and whole steps above it. For `cachedInput`. */
  readonly cachedTokens: number;
  /** Where the two differ first: `"tools"`, `"messages[3]"`; `undefined` where all of the later one was sent before. */
  readonly differsAt?: string;
  /** The rule of the cache; absent where none is known, and then nothing is cached. */
  readonly cache?: CacheRule;
}

/** A piece of a request, in the order in which a provider reads it. */
interface Piece {
  readonly path: string;
  /** All that it says, in one form. */
  readonly content: string;
  /** Its text, where it is nothing else. */
  readonly text?: string;
}

/**
 * The longest beginning that two requests share, in tokens: what a prompt cache can give back to the second.
 *
 * Tools stand first, then the system text, then the messages; a tool that changed makes all of it new. In the first piece that
 * differs, the tokens that its text begins with alike count too. Whether the cache still has it is a matter of time and of luck: this
 * is the most that can be hoped for.
 *
 * @param before - The request that was sent.
 * @param after - The one to be sent, with its model.
 * @param estimator - Default: bundled prices and encodings.
 *
 * @returns The tokens. Throws `unpriced` where the model has no price.
 *
 * @example
 * ```ts
 * const system = 'Be brief. '.repeat(900);
 * const before = { system, messages: [{ role: 'user', content: 'Why?' }] };
 * const after = { model: 'gpt-5', system, messages: [{ role: 'user', content: 'How?' }], at: '2026-01-15' };
 * await sharedPrefix(before, after); // { tokens: 2705, cachedTokens: 2688, differsAt: 'messages[0]', … }: 1,024 and 13 steps of 128
 * ```
 */
export async function sharedPrefix(
  before: PromptRequest,
  after: EstimateRequest,
  estimator: Estimator = createEstimator(),
): Promise<SharedPrefix> {
  checkRequest(after);
  checkEstimator(estimator);
  const estimate = await demandPrice(estimator, { ...after, output: 0, cachedInput: undefined });
  const [sent, next] = [piecesOf(before), piecesOf(after)];
  const same = next.findIndex(({ content }, i) => content !== sent[i]?.content);
  const differing = same === -1 ? undefined : next[same];
  const shared = same === -1 ? next : next.slice(0, same);
  let tokens = tokensOf(shared, estimate.parts ?? []);
  if (differing?.text !== undefined && sent[same]?.text !== undefined) {
    const encoding = after.encoding ?? (await loadEncoding(estimate.encoding!));
    tokens += equalTokens(encoding.encode(sent[same].text), encoding.encode(differing.text));
  }
  const rule = estimate.price.rates.cacheRead === undefined ? undefined : cacheRule(estimate.model);
  return {
    tokens,
    cachedTokens: rule ? cachedPart(tokens, rule) : 0,
    ...(differing && { differsAt: differing.path }),
    ...(rule && { cache: rule }),
  };
}

function piecesOf(request: PromptRequest): Piece[] {
  const { tools, messages } = normalRequest(request);
  return [...tools.map(toolPiece), ...messages.map(messagePiece)];
}

function toolPiece(tool: Tool): Piece {
  return { path: tool.path, content: JSON.stringify({ ...tool, path: '', cached: undefined }) };
}

function messagePiece({ role, name, parts, path }: Message): Piece {
  const content = JSON.stringify([role, name, parts], withoutPath);
  const [only, ...others] = parts;
  return { path, content, ...(only?.kind === 'text' && others.length === 0 && { text: only.text }) };
}

// The same message may stand at another place, and a mark for the cache be moved; bytes are compared by what they hold.
function withoutPath(key: string, value: unknown): unknown {
  if (key === 'path' || key === 'cached') return undefined;
  return value instanceof Uint8Array ? Array.from(value).join() : value;
}

/** The likely tokens of whole pieces, with their own parts. */
function tokensOf(pieces: readonly Piece[], parts: readonly CountedPart[]): number {
  const of = ({ path }: Piece): readonly CountedPart[] =>
    parts.filter(
      (part) => part.path === path || part.path.startsWith(`${path}.`) || part.path.startsWith(`${path}[`),
    );
  return pieces.flatMap(of).reduce((sum, { tokens }) => sum + tokens.likely, 0);
}

function equalTokens(a: readonly number[], b: readonly number[]): number {
  let equal = 0;
  while (equal < a.length && equal < b.length && a[equal] === b[equal]) equal++;
  return equal;
}
