import type { CodePoints } from './code-points.js';
import type { Node } from './node.js';
import { refused } from './refused.js';

const MOST_STATES = 4_000;

/** A state of the non-deterministic automaton; numbers name states. Of two ways out the first is preferred. */
export type Step =
  | { readonly kind: 'set'; readonly set: CodePoints; readonly next: number }
  | { readonly kind: 'look'; readonly set: CodePoints; readonly atEnd: boolean; readonly next: number }
  | { readonly kind: 'fork'; readonly first: number; readonly second: number }
  | { readonly kind: 'match' };

export interface Automaton {
  readonly steps: readonly Step[];
  readonly start: number;
}

/** Thompson's construction, greedy: a repetition prefers going on. */
export function automatonOf(pattern: Node): Automaton {
  const steps: Step[] = [{ kind: 'match' }];
  const add = (step: Step): number => {
    if (steps.length >= MOST_STATES) throw refused(`it needs more than ${MOST_STATES} states`);
    return steps.push(step) - 1;
  };
  const build = (node: Node, next: number): number => {
    switch (node.kind) {
      case 'set':
        return add({ kind: 'set', set: node.set, next });
      case 'look':
        return add({ kind: 'look', set: node.set, atEnd: node.atEnd, next });
      case 'sequence':
        return node.parts.reduceRight((after, part) => build(part, after), next);
      case 'choice': {
        const firsts = node.parts.map((part) => build(part, next));
        return firsts.reduceRight((second, first) => add({ kind: 'fork', first, second }));
      }
      case 'repeat': {
        let after = next;
        if (node.most === Number.POSITIVE_INFINITY) {
          const loop = add({ kind: 'match' }); // replaced below, once its body is known
          const body = build(node.part, loop);
          steps[loop] = { kind: 'fork', first: body, second: next };
          after = loop;
        } else {
          for (let i = node.least; i < node.most; i++) {
            after = add({ kind: 'fork', first: build(node.part, after), second: next });
          }
        }
        for (let i = 0; i < node.least; i++) after = build(node.part, after);
        return after;
      }
    }
  };
  const start = build(pattern, 0);
  return { steps, start };
}
