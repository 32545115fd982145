import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareList } from './compare.js';
import { judge } from './judge.js';
import type { Compared, Judged } from './report.js';
import { SOURCES } from './sources.js';

/** Every list compared, every disagreement judged. */
export interface CrossChecked {
  readonly lists: readonly Compared[];
  /** `unjudged` is the reason of what no rule and no person has explained. */
  readonly judged: readonly Judged[];
}

/**
 * Holds our prices against all published lists.
 *
 * @param folder - Where the lists are.
 *
 * @returns What was found, in a fixed order.
 */
export function crossCheck(folder: string): CrossChecked {
  const lists = SOURCES.map((list) => ({
    list,
    ...compareList(list, JSON.parse(readFileSync(join(folder, list.file), 'utf8'))),
  }));
  const judged = lists.flatMap(({ cases }) =>
    cases.map((each) => {
      const { source, provider, model, meter, theirs, ours } = each;
      const { reason, because } = judge(each) ?? { reason: 'unjudged', because: '' };
      return { source, provider, model, meter, theirs, ours, reason, because };
    }),
  );
  return { lists, judged };
}
