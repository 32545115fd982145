import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { loadEncoding } from '../../src/encodings/index.js';
import { costOfUsage } from '../../src/entries/index.js';
import { estimator } from './tool-request.js';

const MODEL = 'gpt-5';
const at = '2026-10-01';
const messages = [{ role: 'user', content: 'Why is the sky blue?' }];

beforeAll(() => loadEncoding('o200k_base'));

/** One run of a tool: which of the two, and the part of its largest result that it gave. */
const run = fc.record({ isSearch: fc.boolean(), given: fc.double({ min: 0, max: 1, noNaN: true }) });

it('the high cost covers a provider that runs its tools in any order, each as often as it may', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 12 }), fc.nat(8), fc.nat(8), (runs, searches, files) => {
      const tools = [
        { type: 'web_search', max_uses: searches },
        { type: 'file_search', max_num_results: 10, max_uses: files },
      ];
      const call = { model: MODEL, messages, tools, output: 0, at };
      const { tokens, parts = [], ...estimate } = estimator.estimateCostSync(call);
      const added = parts.filter(({ path }) => path.endsWith('.results'));
      const prompt = tokens!.input.high - added.reduce((sum, part) => sum + part.tokens.high, 0);

      let [context, billed, webSearch, fileSearch] = [prompt, prompt, 0, 0];
      for (const { isSearch, given } of runs) {
        if (isSearch ? webSearch === searches : fileSearch === files) continue;
        if (isSearch) webSearch++;
        else fileSearch++;
        context += Math.floor(given * (isSearch ? 15_000 : 8_000));
        billed += context;
      }
      const bill = costOfUsage({ input: billed, webSearch, fileSearch }, { model: MODEL, at });
      expect(tokens!.input.low).toBeLessThanOrEqual(tokens!.input.likely);
      expect(tokens!.input.likely).toBeLessThanOrEqual(tokens!.input.high);
      expect(billed).toBeLessThanOrEqual(tokens!.input.high);
      expect(bill.priced && 'cost' in estimate && Number(bill.total) <= Number(estimate.cost.high)).toBe(
        true,
      );
    }),
  );
});

it('more uses never cost less', () => {
  const high = (max: number): number => {
    const tools = [{ type: 'web_search' }, { type: 'mcp' }];
    const estimate = estimator.estimateCostSync({
      model: MODEL,
      messages,
      tools,
      toolUses: { max },
      output: 0,
      at,
    });
    return estimate.priced ? Number(estimate.cost.high) : Number.NaN;
  };
  fc.assert(fc.property(fc.nat(200), (max) => high(max + 1) > high(max)));
});
