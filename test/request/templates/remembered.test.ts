import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEncoding } from '../../../src/encodings/index.js';
import { counterFor } from '../../../src/estimate/counter-for.js';
import { type ModelRecord, modelRecord } from '../../../src/models/index.js';
import { countRendered } from '../../../src/request/counting/count-rendered.js';
import { type Counter, readRequest } from '../../../src/request/index.js';
import { countPrompt, loadTemplate } from '../../../src/request/templates/index.js';
import type { Encoding } from '../../../src/tokenize/index.js';

const DAY = '2026-11-25';
const tool = (name: string): object => ({
  type: 'function',
  function: { name, description: 'The weather.', parameters: { type: 'object', properties: { city: {} } } },
});

const text = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('the sky is blue ', '<|eot_id|>', '</think>', '[INST]'),
);
const turn = fc.record({ asked: text, said: text, thought: fc.option(text), isCall: fc.boolean() });
type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;

const edit = fc.oneof(
  fc.record({ kind: fc.constant('append' as const), turn }),
  fc.record({ kind: fc.constant('change' as const), turn, at: fc.nat(5) }),
  fc.record({ kind: fc.constant('inPlace' as const), text, at: fc.nat(5) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(5) }),
  fc.record({ kind: fc.constant('tools' as const), names: fc.array(text, { maxLength: 2 }) }),
);

function messagesOf({ asked, said, thought, isCall }: Turn): object[] {
  const thinking = thought === null ? {} : { reasoning_content: thought };
  const call = { id: 'call_1', type: 'function', function: { name: 'f', arguments: '{"city":"Paris"}' } };
  const called = [
    { role: 'assistant', content: '', tool_calls: [call], ...thinking },
    { role: 'tool', tool_call_id: 'call_1', content: said },
  ];
  return [
    { role: 'user', content: [{ type: 'text', text: asked }] },
    ...(isCall ? called : []),
    { role: 'assistant', content: said, ...thinking },
  ];
}

/** A counter with nothing in memory, whose encoding nobody has counted with. */
function freshCounter(record: ModelRecord, loaded: Encoding): Counter {
  const encoding = { name: loaded.name, count: (each: string) => loaded.count(each) } as Encoding;
  return counterFor({ encoding, standing: 'named' }, record);
}

describe.each([
  'deepseek-v3',
  'deepseek-r1',
  'deepseek-v3.1',
  'llama-3-8b',
  'llama-3.3-70b',
  'qwen3-32b',
  'mistral-nemo',
  'gpt-oss-120b',
  'gemma-3-27b',
])('a conversation with %s that is edited', async (model) => {
  const record = modelRecord(model)!;
  const template = await loadTemplate(record.template!);
  // The packs of some are not here: another vocabulary in their place adds as it should.
  const loaded = await loadEncoding(template.encoding).catch(() => loadEncoding('o200k_base'));

  test('is counted as if nothing were remembered', () => {
    fc.assert(
      fc.property(
        fc.array(turn, { minLength: 1, maxLength: 3 }),
        fc.array(edit, { maxLength: 6 }),
        (turns, edits) => {
          const warm = freshCounter(record, loaded);
          let messages = turns.map(messagesOf);
          let tools: object[] = [tool('f')];
          for (const each of [undefined, ...edits]) {
            const at = each && 'at' in each ? each.at % messages.length : 0;
            if (each?.kind === 'append') messages = [...messages, messagesOf(each.turn)];
            if (each?.kind === 'change') messages = messages.with(at, messagesOf(each.turn));
            if (each?.kind === 'inPlace') Object.assign(messages[at]!.at(-1)!, { content: each.text });
            if (each?.kind === 'cut' && messages.length > 1) messages = messages.toSpliced(at, 1);
            if (each?.kind === 'tools') tools = each.names.map(tool);
            const read = readRequest({ messages: messages.flat(), tools });
            const counted = countRendered(read, warm, DAY, template);
            const fresh = freshCounter(record, loaded);
            expect(counted).toEqual(countRendered(read, fresh, DAY, template));
            if (counted.warnings.some(({ code }) => code === 'template-refused')) continue;
            const prompt = template.prompt(read.request, { date: new Date(DAY) });
            const least = countPrompt(prompt, fresh.encoding);
            expect(counted.tokens.likely).toBeGreaterThanOrEqual(least);
            if (prompt.omitted.length === 0) expect(counted.tokens.likely).toBe(least);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('what a body has beside the prompt is counted beside it', async () => {
  const [record, template] = [modelRecord('qwen3-32b')!, await loadTemplate('qwen3')];
  const counter = freshCounter(record, await loadEncoding('qwen3'));
  const messages = [{ role: 'user', content: 'Why is the sky blue?' }];
  const likelyOf = (unread?: Readonly<Record<string, unknown>>): number =>
    countRendered(readRequest({ messages, unread }), counter, DAY, template).tokens.likely;
  expect(likelyOf({ documents: [{ text: 'The air scatters blue light.' }] })).toBeGreaterThan(likelyOf());
});
