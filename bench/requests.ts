// Measures what a whole request costs to estimate: node --import tsx bench/requests.ts
import { loadEncoding } from '../src/encodings/index.js';
import { createEstimator, type EstimateRequest } from '../src/estimate/index.js';
import { modelRecord } from '../src/models/index.js';
import { loadTemplate } from '../src/request/templates/index.js';
import { cpuTime } from './measure/cpu-time.js';
import { markdownTable } from './report/markdown-table.js';

const MESSAGES = 200;
const TOOLS = 30;
const IMAGES = 10;
const RUNS = 200;
/** One of each template, and one without. The vocabulary of Gemma 3 is a pack (`promptcost add gemma3`); without it the model is left out. */
const MODELS = [
  'gpt-4o',
  'deepseek-v3',
  'deepseek-v3.1',
  'llama-3.3-70b',
  'qwen3-32b',
  'mistral-nemo',
  'gpt-oss-120b',
  'gemma-3-27b',
];

const WORDS =
  'the air scatters short waves of light more than long ones which is why sky at noon looks blue and evening red'.split(
    ' ',
  );

/** Words that no earlier text had in this order, so that nothing but the counting itself is remembered. */
function words(count: number, seed: number): string {
  let state = seed + 1;
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 0x7fffffff;
    return state % 9 === 0 ? String(state) : WORDS[state % WORDS.length]!;
  }).join(' ');
}

/** The first bytes of a PNG of 1024 × 768, and 200 kB of nothing. */
function image(): string {
  const bytes = new Uint8Array(200_000);
  bytes.set([
    0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0, 0, 0, 3, 0,
  ]);
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
}

const PICTURE = image();

function message(i: number, seed = 0): object {
  const text = words(20 + (i % 8) * 20, i + seed * MESSAGES);
  const isPicture = i % (MESSAGES / IMAGES) === 0;
  const picture = { type: 'image_url', image_url: { url: PICTURE } };
  const content = isPicture ? [{ type: 'text', text }, picture] : text;
  return { role: i % 2 === 0 ? 'user' : 'assistant', content };
}

function tool(i: number): object {
  const properties = {
    place: { type: 'string', description: 'The city and state, e.g. San Francisco, CA' },
    unit: { type: 'string', enum: ['celsius', 'fahrenheit'] },
    days: { type: 'number', description: 'How many days ahead' },
  };
  const parameters = { type: 'object', properties, required: ['place'] };
  return {
    type: 'function',
    function: { name: `get_weather_${i}`, description: 'The weather at a place', parameters },
  };
}

function conversation(seed: number): object[] {
  return Array.from({ length: MESSAGES }, (_, i) => message(i, seed));
}

/** The median of some runs, in milliseconds of processor time. */
function median(run: (i: number) => void, prepare: (i: number) => void = () => {}): string {
  const times = Array.from({ length: RUNS }, (_, i) => {
    prepare(i);
    const start = cpuTime();
    run(i);
    return cpuTime() - start;
  });
  return times.sort((a, b) => a - b)[RUNS / 2]!.toFixed(2);
}

const tools = Array.from({ length: TOOLS }, (_, i) => tool(i));
const messages = conversation(0);

async function rowOf(model: string): Promise<string[]> {
  const { encoding, template } = modelRecord(model)!;
  await loadEncoding(encoding);
  if (template) await loadTemplate(template);
  const request: EstimateRequest = { model, output: 500, messages, tools };
  const { estimateCostSync } = createEstimator();
  const { tokens } = estimateCostSync(request);
  let given = messages;
  const estimate = (): unknown => estimateCostSync({ ...request, messages: given });
  const first = median(estimate, (i) => {
    given = conversation(1 + i);
  });
  const again = median(() => estimateCostSync(request));
  const appended = median(estimate, (i) => {
    given = [...messages, { role: 'user', content: words(80, 1_000_000 + i) }];
  });
  const alone = median((i) =>
    estimateCostSync({
      model,
      output: 500,
      messages: [{ role: 'user', content: words(80, 2_000_000 + i) }],
    }),
  );
  return [
    model,
    template ?? 'none',
    tokens!.input.likely.toLocaleString('en'),
    first,
    again,
    appended,
    alone,
  ];
}

const rows: string[][] = [];
for (const model of MODELS) {
  await rowOf(model).then(
    (row) => rows.push(row),
    (error: Error) => console.error(`${model}: ${error.message}`),
  );
}
console.log(
  `${MESSAGES} messages, ${TOOLS} tools, ${IMAGES} images; ms, medians of ${RUNS} runs, Node ${process.version}`,
);
console.log(markdownTable(['model', 'template', 'tokens', 'first', 'again', 'appended', 'alone'], rows));
