import type { CountedPart, Part } from '../types.js';
import type { Counter } from './counter.js';

/** An image, a recording, a film or a document, counted by the model's own rules. */
export function mediaPart({ media, path }: Extract<Part, { kind: 'media' }>, _counter: Counter): CountedPart {
  return {
    path,
    what: media.kind,
    tokens: { low: 0, likely: 1_000, high: 20_000 },
    meter: 'input',
    method: 'A worst case.',
  };
}
