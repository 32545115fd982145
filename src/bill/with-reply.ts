import { shown } from '../errors/index.js';
import { type Conditions, resolveModel } from '../models/index.js';
import type { Usage, Warning } from '../usage/index.js';
import type { PriceReference, UsageReference } from './types.js';

type Said = 'serviceTier' | 'region' | 'speed' | 'provider';

/**
 * The conditions of a call, completed by those that its reply names.
 *
 * The caller's word goes first, then the id's (`…:batch`), then the reply's.
 *
 * @param ref - What the caller says.
 * @param used - What the reply says.
 *
 * @returns The conditions, and a warning for each that the reply has otherwise.
 */
export function withReply(
  { shape, ...ref }: UsageReference,
  { conditions }: Usage,
): { readonly conditions: PriceReference; readonly warnings: readonly Warning[] } {
  const resolution = resolveModel(ref.model);
  const before: Conditions = { ...(resolution.known ? resolution.qualifiers : {}), ...defined(ref) };
  const warnings: Warning[] = [];
  const added: Partial<Record<Said, string>> = {};
  for (const [name, value] of Object.entries(conditions) as [Said, string][]) {
    const given = before[name];
    if (given === undefined) added[name] = value;
    else if (given !== value && !isLineOfBatch(name, given, value)) {
      warnings.push({
        code: 'usage-condition-conflict',
        message: `The reply says ${name} ${shown(value)}, the caller ${shown(given)}; the price is the caller's.`,
      });
    }
  }
  return { conditions: { ...ref, ...added } as PriceReference, warnings };
}

// A line of a batch is answered like any other call; only the batch costs less.
function isLineOfBatch(name: Said, given: string, value: string): boolean {
  return name === 'serviceTier' && given === 'batch' && value === 'standard';
}

function defined<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;
}
