import type { FirstPrompts } from '../measure/first-prompts.js';
import type { Throughput } from '../measure/throughput.js';
import { familyGoals } from './family-table.js';
import type { Goal } from './goal.js';
import { ratiosOf } from './ratios.js';
import type { Results } from './results.js';
import { times } from './times.js';

const OPENAI = ['o200k_base', 'cl100k_base'];
const WARM_GOALS: readonly (readonly [peer: string, atLeast: number])[] = [
  ['gpt-tokenizer', 6],
  ['ai-tokenizer', 5],
  ['tiktoken (WASM)', 14],
];
/** Hostile text → the most its time per byte may be, in times that of prose. */
const RUN_GOALS: readonly (readonly [text: string, atMost: number])[] = [
  ['1,000,000 × "a"', 3],
  ['1,000,000 spaces', 3],
  ['500,000 random letters', 6],
  ['500,000 CJK characters', 6],
];
const HUGGING_FACE = '@huggingface/tokenizers';
/** An encoding that has no place to cut a text at is held against its prose by this text only. */
const UNCUT = ['gemma3'];
const UNCUT_GOALS: typeof RUN_GOALS = [['1,000,000 of base64', 6]];
const MB = 1e6;

/** The goals of "Speed and memory", in the order they are promised; one line each, judged by what this run measured. */
export function goalsOf(results: Results): Goal[] {
  return [
    ...Object.entries(results.throughput).flatMap(([encoding, throughput]) =>
      OPENAI.includes(encoding) ? openAiGoals(encoding, throughput) : huggingFaceGoals(encoding, throughput),
    ),
    ...Object.entries(results.adversarial).flatMap(([encoding, { prose, texts }]) =>
      encoding === 'llama3'
        ? [llama3Goal(texts)]
        : (UNCUT.includes(encoding) ? UNCUT_GOALS : RUN_GOALS).map(([text, most]) =>
            atMost(`${encoding}, ${text}: ≤ ${most} × prose per byte`, texts[text]!.warm / prose, most),
          ),
    ),
    ...familyGoals(results.families),
    ...loadGoals(results.loads),
    ...Object.entries(results.prompts).map(([encoding, times]) => promptGoal(encoding, times)),
  ];
}

function openAiGoals(encoding: string, throughput: Throughput): Goal[] {
  const { overall } = ratiosOf(throughput);
  const nearest = Object.entries(overall).reduce((low, peer) => (peer[1].worst < low[1].worst ? peer : low));
  const [peer, { worst, worstCorpus }] = nearest;
  return [
    ...WARM_GOALS.filter(([name]) => overall[name] !== undefined).map(([name, least]) =>
      atLeast(`${encoding}, warm: ≥ ${least} × ${name}`, overall[name]!.warm, least),
    ),
    {
      goal: `${encoding}, warm, any corpus: ≥ 1.5 × the fastest peer`,
      measured: `nearest: ${peer}, ${worstCorpus}, ${times(worst)} ×`,
      held: worst >= 1.5,
    },
    atLeast(`${encoding}, first pass: ≥ 6 × gpt-tokenizer`, overall['gpt-tokenizer']!.first, 6),
  ];
}

function huggingFaceGoals(encoding: string, throughput: Throughput): Goal[] {
  const { [HUGGING_FACE]: ratios } = ratiosOf(throughput).overall;
  if (ratios === undefined) return [];
  const { warm, worst, worstCorpus } = ratios;
  return [
    atLeast(`${encoding}, warm: ≥ 30 × ${HUGGING_FACE}`, warm, 30),
    {
      goal: `${encoding}, warm, any corpus: ≥ 14 × ${HUGGING_FACE}`,
      measured: `${times(worst)} × (${worstCorpus})`,
      held: worst >= 14,
    },
  ];
}

/** Who loads first is none of it: the prompts alone are timed. */
function promptGoal(encoding: string, { promptcost: own, ...peers }: FirstPrompts): Goal {
  const [name, theirs] = Object.entries(peers).reduce((low, each) => (each[1] < low[1] ? each : low));
  const fastest = `${name} ${theirs.toFixed(1)} ms`;
  return {
    goal: `${encoding}, first 100 prompts after loading: no peer faster`,
    measured: `${(own ?? Number.NaN).toFixed(1)} ms; ${fastest}`,
    held: own !== undefined && own <= theirs,
  };
}

function llama3Goal(texts: Results['adversarial'][string]['texts']): Goal {
  // A nanosecond per byte is a millisecond per megabyte.
  const slowest = Math.max(...Object.values(texts).flatMap((text) => [text.first, text.warm]));
  return {
    goal: 'llama3, any hostile text: ≤ 1 s per MB',
    measured: `${(slowest / 1000).toFixed(2)} s`,
    held: slowest <= 1000,
  };
}

function loadGoals(loads: Results['loads']): Goal[] {
  const { promptcost: own, 'gpt-tokenizer': theirs } = loads[OPENAI[0]!] ?? {};
  if (own === undefined || theirs === undefined) return [];
  return [
    atLeast('o200k_base, import and load: ≥ 4 × as fast as gpt-tokenizer', theirs.wall / own.wall, 4),
    {
      goal: 'o200k_base, memory added: < half of gpt-tokenizer’s',
      measured: `${megabytes(own.rss)} of ${megabytes(theirs.rss)}`,
      held: own.rss < theirs.rss / 2,
    },
    {
      goal: 'o200k_base, import and load: ≤ 40 ms',
      measured: `${own.wall.toFixed(0)} ms`,
      held: own.wall <= 40,
    },
    { goal: 'o200k_base, buffers: ≤ 8 MB', measured: megabytes(own.buffers), held: own.buffers <= 8 * MB },
    { goal: 'o200k_base, heap: ≤ 4 MB', measured: megabytes(own.heap), held: own.heap <= 4 * MB },
  ];
}

function atLeast(goal: string, ratio: number, least: number): Goal {
  return { goal, measured: `${times(ratio)} ×`, held: ratio >= least };
}

function atMost(goal: string, ratio: number, most: number): Goal {
  return { goal, measured: `${times(ratio)} ×`, held: ratio <= most };
}

/** Megabytes of 10⁶ bytes. */
export function megabytes(bytes: number): string {
  return `${(bytes / MB).toFixed(1)} MB`;
}
