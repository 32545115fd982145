import { checkFields, PromptCostError, reading, shown } from '../errors/index.js';
import { limitOf } from './picos.js';
import type { CapKey, CapLimit, Picos } from './store.js';
import type { BudgetRequest, Cap } from './types.js';
import { PERS, type Per } from './window-of.js';

const LONGEST_SCOPE = 200;

/**
 * A budget's caps, checked once.
 *
 * @param caps - As the caller wrote them.
 *
 * @returns The caps that a request falls under, its scopes worked out; throws when two of them are the same purse.
 */
export function checkedCaps(caps: readonly Cap[]): (request: BudgetRequest) => CapLimit[] {
  const checked = reading('caps', () => checkedOnce(caps));
  return (request) => {
    const limits = checked.map(({ scope, limit, per }, i) => {
      return { scope: typeof scope === 'function' ? scopeOf(scope(request), i) : scope, limit, per };
    });
    assertDistinct(limits);
    return limits;
  };
}

type CheckedCap = Omit<CapLimit, 'scope'> & Pick<Cap, 'scope'>;

function checkedOnce(caps: readonly Cap[]): readonly CheckedCap[] {
  if (!Array.isArray(caps) || caps.length === 0) {
    throw new PromptCostError(
      'invalid-input',
      'A budget needs at least one cap, such as { scope: "org", limit: "500", per: "month" }.',
    );
  }
  const checked = Array.from(caps, (cap: Cap, i) => {
    checkFields(`caps[${i}]`, cap, {});
    return {
      scope: typeof cap.scope === 'function' ? cap.scope : scopeOf(cap.scope, i),
      limit: limitOf(cap.limit, `caps[${i}].limit`) satisfies Picos,
      per: perOf(cap.per, i),
    };
  });
  assertDistinct(checked.filter((cap): cap is CapLimit => typeof cap.scope === 'string'));
  return checked;
}

function scopeOf(scope: unknown, i: number): string {
  if (typeof scope === 'string' && scope !== '' && scope.length <= LONGEST_SCOPE) return scope;
  throw new PromptCostError(
    'invalid-input',
    `caps[${i}].scope is ${shown(scope)}. A scope is a string of 1 to ${LONGEST_SCOPE} characters.`,
  );
}

function perOf(per: unknown, i: number): Per {
  const known = PERS.find((name) => name === per);
  if (known) return known;
  throw new PromptCostError(
    'invalid-input',
    `caps[${i}].per is ${shown(per)}. It is one of ${PERS.join(', ')}.`,
  );
}

function assertDistinct(caps: readonly CapKey[]): void {
  const seen = new Set<string>();
  for (const { scope, per } of caps) {
    const key = `${per} ${scope}`;
    if (seen.has(key)) {
      throw new PromptCostError(
        'invalid-input',
        `Two caps are for ${shown(scope)} per ${per}. Keep the smaller, or name their scopes apart.`,
      );
    }
    seen.add(key);
  }
}
