import { PromptCostError, reading, shown, type Warning } from '../errors/index.js';
import {
  checkEstimator,
  createEstimator,
  type EstimateRequest,
  type Estimator,
  type PromptRequest,
} from '../estimate/index.js';
import { type CacheRule, cacheRule } from '../models/index.js';
import { normalRequest } from '../request/index.js';
import { blockTokens } from './block-tokens.js';
import { lifetimeUnknown } from './cache-warnings.js';
import { cachedPart } from './cached-part.js';
import { demandPrice } from './demand-price.js';
import { markedBlocks } from './marked-blocks.js';
import { type OwnCount, ownCount } from './own-count.js';
import { type PromptBlock, promptBlocks, toolChoiceText } from './prompt-blocks.js';

/** What a request has in common with the one before it, from its beginning. */
export interface SharedPrefix {
  /** Likely tokens that both begin with. */
  readonly tokens: number;
  /**
   * Of them, what the seller's cache gives back, for `cachedInput`. Of an automatic cache, whole steps above its minimum; of one that
   * keeps what is marked, whole blocks up to a mark of the earlier request that is looked for from a mark of the later one.
   */
  readonly cachedTokens: number;
  /** Where the two differ first: `"tools[0]"`, `"messages[3]"`; `undefined` where all of the later one was sent before. */
  readonly differsAt?: string;
  /** The rule of the cache; absent where none is known, and then nothing is cached. */
  readonly cache?: CacheRule;
  readonly warnings: readonly Warning[];
}

/**
 * The longest beginning that two requests share, in tokens: what a prompt cache can give back to the second.
 *
 * Tools stand first, then the shape of the answer, the system text and the messages; a tool that changed makes all of it new. In the
 * first block that differs, the tokens that its text begins with alike count too, but a cache that keeps what is marked
 * (`cache_control`) has whole blocks only, and to it another tool choice makes all messages new. Whether the cache still has it is a
 * matter of luck, too: this is the most that can be hoped for.
 *
 * @param before - The request that was sent, with its marks.
 * @param after - The one to be sent, with its model.
 * @param estimator - Default: bundled prices and encodings.
 * @param secondsSince - From one request to the other: after its lifetime an entry is gone. Default 0: at once.
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
  secondsSince = 0,
): Promise<SharedPrefix> {
  checkEstimator(estimator);
  if (!(secondsSince >= 0)) {
    const message = `secondsSince is ${shown(secondsSince)}. Pass seconds, 0 or more.`;
    throw new PromptCostError('invalid-input', message);
  }
  const request = reading('The request', () => ({ ...after, output: 0, cachedInput: undefined }));
  const estimate = await demandPrice(estimator, request);
  const own = await ownCount(estimator, request, estimate);
  const rule = estimate.price.rates.cacheRead === undefined ? undefined : cacheRule(estimate.model);
  const [was, is] = [normalRequest(before), normalRequest(after)];
  const [sent, next] = [promptBlocks(was), promptBlocks(is)];
  const { alike, differsAt } = comparison(sent, next, rule, toolChoiceText(was) === toolChoiceText(is));
  const whole = blockTokens(next, alike, own.parts, own.count);
  const partly = differsAt === 'toolChoice' ? 0 : equalTokens(sent[alike], next[alike], own);
  // A count of the caller's may be smaller than ours of a part of it.
  const most = estimate.tokens!.input.likely;
  const tokens = Math.min(whole + partly, most);
  const cached = (): number => {
    if (rule?.start !== 'marked') {
      return rule && !((rule.seconds ?? Infinity) < secondsSince) ? cachedPart(tokens, rule) : 0;
    }
    const [blocks = 0] = markedBlocks(sent, next, alike, rule, secondsSince);
    return cachedPart(Math.min(blockTokens(next, blocks, own.parts, own.count), most), rule);
  };
  return {
    tokens,
    cachedTokens: cached(),
    ...(differsAt !== undefined && { differsAt }),
    ...(rule && { cache: rule }),
    warnings: rule && secondsSince > 0 ? lifetimeUnknown(estimate, rule) : [],
  };
}

/** With how many equal blocks two requests begin, and where they differ then. */
function comparison(
  sent: readonly PromptBlock[],
  next: readonly PromptBlock[],
  rule: CacheRule | undefined,
  isSameChoice: boolean,
): { readonly alike: number; readonly differsAt: string | undefined } {
  const same = next.findIndex(({ content }, i) => content !== sent[i]?.content);
  const alike = same === -1 ? next.length : same;
  const setup = next.filter(({ isSetup }) => isSetup).length;
  const isOther = rule?.start === 'marked' && !isSameChoice && alike >= setup;
  return isOther ? { alike: setup, differsAt: 'toolChoice' } : { alike, differsAt: next[alike]?.path };
}

/** Likely tokens that the texts of two blocks begin with alike. */
function equalTokens(
  sent: PromptBlock | undefined,
  next: PromptBlock | undefined,
  { encoding, count }: OwnCount,
): number {
  const [a, b] = [textOf(sent), textOf(next)];
  if (a === undefined || b === undefined) return 0;
  const [was, is] = [encoding.encode(a), encoding.encode(b)];
  let equal = 0;
  while (equal < was.length && equal < is.length && was[equal] === is[equal]) equal++;
  return equal === 0 ? 0 : Math.min(count(b), Math.floor((count(b) * equal) / is.length));
}

/** What a block says, where it is nothing but text. */
function textOf(block: PromptBlock | undefined): string | undefined {
  const part = block?.message?.parts[block.part ?? 0];
  return part?.kind === 'text' ? part.text : undefined;
}
