import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MarkedStream } from '../../src/tokenize/stream/marked-stream.js';
import { cutAtMarkRuns, withSpaces } from '../../src/tokenize/text/marked-spaces.js';

const marked = fc.string({ unit: fc.constantFrom('▁', '▁', '▁▁', 'a', ' ', 'é'), maxLength: 24 });

test('chunks are rewritten as the whole text is, with the same cuts around runs of marks', () => {
  fc.assert(
    fc.property(
      fc.array(marked, { maxLength: 5 }),
      fc.constantFrom('', ' '),
      fc.constantFrom(0, 2, 3, 5),
      (chunks, prefix, markRuns) => {
        const stream = new MarkedStream({ prefix, markRuns, byteIds: [], blocks: [], silent: {} });
        const stretches = [''];
        const take = ([first, ...others]: readonly string[]): void => {
          stretches[stretches.length - 1] += first ?? '';
          stretches.push(...others);
        };
        for (const chunk of chunks) take(stream.push(chunk));
        take(stream.end());
        expect(stretches.filter((stretch) => stretch !== '')).toEqual(
          cutAtMarkRuns(chunks.join(''), markRuns)
            .map((part) => withSpaces(part, prefix))
            .filter((part) => part !== ''),
        );
      },
    ),
    { numRuns: 5_000 },
  );
});
