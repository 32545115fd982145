import { shown } from '../errors/index.js';
import { type Conditions, type Instant, resolveModel } from '../models/index.js';
import type { Usage, Warning } from '../usage/index.js';
import type { BillClock, PriceReference, UsageReference } from './types.js';

type Said = 'serviceTier' | 'region' | 'speed' | 'provider' | 'variant';

// A seller may grant another tier than was asked for, says so in the reply, and bills what it granted.
const SERVED: ReadonlySet<Said> = new Set(['serviceTier', 'speed', 'variant']);
const EARLIEST = Date.UTC(2020);
const DAY = 86_400_000;

/** On which terms a call is billed. */
export interface ReplyTerms {
  readonly conditions: PriceReference;
  readonly clock: BillClock;
  readonly warnings: readonly Warning[];
}

/**
 * The conditions of a call, completed by those that its reply names.
 *
 * Tier, speed and variant are the reply's, which says what served the call; only a batch is the caller's to name, since its lines are
 * answered like any other call. Region and seller are the caller's, then the id's (`…:batch`), then the reply's. The instant is the
 * caller's; else the reply's own, unless it is before 2020 or more than a day ahead of the clock; else now.
 *
 * @param ref - What the caller says.
 * @param used - What the reply says.
 * @param now - The clock.
 *
 * @returns The conditions, and a warning for each that the reply has otherwise.
 */
export function withReply({ shape, ...ref }: UsageReference, used: Usage, now: () => Date): ReplyTerms {
  const resolution = resolveModel(ref.model);
  const before: Conditions = { ...(resolution.known ? resolution.qualifiers : {}), ...defined(ref) };
  const warnings: Warning[] = [];
  const added: Partial<Record<Said, string>> = {};
  for (const [name, value] of Object.entries(used.conditions) as [Said, string][]) {
    const given = before[name];
    if (given === undefined) added[name] = value;
    else if (given !== value && !isLineOfBatch(name, given, value)) {
      const served = SERVED.has(name) && given !== 'batch';
      if (served) added[name] = value;
      const whose = served ? "reply's, which served the call" : "caller's";
      warnings.push({
        code: 'usage-condition-conflict',
        message: `The reply says ${name} ${shown(value)}, the caller ${shown(given)}; the price is the ${whose}.`,
      });
    }
  }
  const time = timeOf(ref.at, used.at, now);
  return {
    conditions: { ...ref, ...added, ...time.at } as PriceReference,
    clock: time.clock,
    warnings: [...warnings, ...time.warnings],
  };
}

interface Time extends Pick<ReplyTerms, 'clock' | 'warnings'> {
  readonly at: { readonly at?: Instant };
}

function timeOf(given: Instant | undefined, said: string | undefined, now: () => Date): Time {
  if (given !== undefined) return { at: { at: given }, clock: 'caller', warnings: [] };
  if (said === undefined) return { at: {}, clock: 'now', warnings: [] };
  const instant = Date.parse(said);
  if (instant >= EARLIEST && instant <= now().getTime() + DAY) {
    return { at: { at: said }, clock: 'reply', warnings: [] };
  }
  const message = `The reply says that it was made at ${said}, which cannot be; the price is that of now.`;
  return { at: {}, clock: 'now', warnings: [{ code: 'usage-time-ignored', message }] };
}

// A line of a batch is answered like any other call; only the batch costs less.
function isLineOfBatch(name: Said, given: string, value: string): boolean {
  return name === 'serviceTier' && given === 'batch' && value === 'standard';
}

function defined<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;
}
