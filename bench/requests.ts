// Measures what a whole request costs to estimate: node --import tsx bench/requests.ts
import { loadEncoding } from '../src/encodings/index.js';
import { createEstimator, type EstimateRequest } from '../src/estimate/index.js';

const MESSAGES = 200;
const TOOLS = 30;
const IMAGES = 10;
const RUNS = 200;

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

function message(i: number): object {
  const text = words(20 + (i % 8) * 20, i);
  const isPicture = i % (MESSAGES / IMAGES) === 0;
  const picture = { type: 'image_url', image_url: { url: image() } };
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

/** The median of some runs, in milliseconds. */
function median(run: (i: number) => void, prepare: (i: number) => void = () => {}): number {
  const times = Array.from({ length: RUNS }, (_, i) => {
    prepare(i);
    const start = performance.now();
    run(i);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[RUNS / 2]!;
}

await loadEncoding('o200k_base');
const tools = Array.from({ length: TOOLS }, (_, i) => tool(i));
const messages = Array.from({ length: MESSAGES }, (_, i) => message(i));
const request: EstimateRequest = { model: 'gpt-4o', output: 500, messages, tools };
const { estimateCostSync } = createEstimator();
const { tokens } = estimateCostSync(request);

const whole = median(() => createEstimator().estimateCostSync(request));
const warm = median(() => estimateCostSync(request));
let grown = messages;
const appended = median(
  () => estimateCostSync({ ...request, messages: grown }),
  (i) => {
    grown = [...grown.slice(0, MESSAGES), { role: 'user', content: words(80, 1_000 + i) }];
  },
);
const alone = median((i) =>
  estimateCostSync({
    model: 'gpt-4o',
    output: 500,
    messages: [{ role: 'user', content: words(80, 2_000 + i) }],
  }),
);

console.log(
  `A request of ${MESSAGES} messages, ${TOOLS} tools and ${IMAGES} images of 200 kB: ${tokens!.input.likely} tokens.`,
);
console.log(`median of ${RUNS} runs, Node ${process.version}`);
console.log(`  counted for the first time   ${whole.toFixed(2)} ms`);
console.log(`  estimated again              ${warm.toFixed(2)} ms`);
console.log(`  with one message appended    ${appended.toFixed(2)} ms`);
console.log(`  that message alone           ${alone.toFixed(2)} ms`);
