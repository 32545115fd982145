// What every runtime must do alike; `smoke.cjs` is the same by require.
import { estimateCost } from 'promptcost';
import { createBudget, fitsBudget } from 'promptcost/budget';
import llama3 from 'promptcost/encodings/llama3';
import o200k from 'promptcost/encodings/o200k_base';

const MIXED = "Don't count 123,456 नमस्ते 👩‍👩‍👧 中文 e\u0301 \r\n\ud800";
const at = '2025-01-27';
const CALL = { model: 'o1', input: 10, output: 8, at };

/** The answers, as one line of text. */
export async function smoke() {
  const counter = o200k.counter();
  for (const unit of MIXED.split('')) counter.push(unit);
  const estimate = await estimateCost({ model: 'o1', prompt: 'hello world', output: 1_000_000, at });
  const budget = createBudget({ caps: [{ scope: 'team', limit: '1', per: 'day' }] });
  return JSON.stringify({
    counts: [
      o200k.count('hello world'),
      llama3.count('hello world'),
      o200k.count(MIXED),
      llama3.count(MIXED),
    ],
    decoded: o200k.decode(o200k.encode(MIXED)) === MIXED.replace('\ud800', '\ufffd'),
    streamed: counter.finish(),
    waited: await o200k.countAsync('word '.repeat(50_000)),
    lines: estimate.lines.map(({ meter, amount }) => `${meter} ${amount}`),
    fits: [await fitsBudget(CALL, '0.00063'), await fitsBudget(CALL, '0.000629999999')],
    ran: await budget.run({ ...CALL, output: { max: 8 } }, async () => 'reply'),
  });
}
