import { ratiosOf } from './ratios.js';
import type { Results } from './results.js';
import { times } from './times.js';

/** A promise about speed or memory, and what became of it. */
export interface Goal {
  readonly goal: string;
  readonly measured: string;
  readonly held: boolean;
}

const OPENAI = ['o200k_base', 'cl100k_base'];
const WARM_GOALS: readonly (readonly [peer: string, atLeast: number])[] = [
  ['gpt-tokenizer', 5],
  ['ai-tokenizer', 4],
  ['tiktoken (WASM)', 12],
];
/** Hostile text → the most its time per byte may be, in times that of prose. */
const RUN_GOALS: readonly (readonly [text: string, atMost: number])[] = [
  ['1,000,000 × "a"', 3],
  ['1,000,000 spaces', 3],
  ['500,000 random letters', 6],
  ['500,000 CJK characters', 6],
];
const MB = 1e6;

/** The goals of "Speed and memory", in the order they are promised; one line each, judged by this run. */
export function goalsOf(results: Results): Goal[] {
  return [
    ...OPENAI.flatMap((encoding) => openAiGoals(results, encoding)),
    ...Object.keys(results.throughput)
      .filter((encoding) => !OPENAI.includes(encoding))
      .map((encoding) =>
        atLeast(
          `${encoding}, warm: ≥ 30 × @huggingface/tokenizers`,
          warm(results, encoding, '@huggingface/tokenizers'),
          30,
        ),
      ),
    ...Object.entries(results.adversarial).flatMap(([encoding, { prose, texts }]) =>
      encoding === 'llama3'
        ? [llama3Goal(texts)]
        : RUN_GOALS.map(([text, most]) =>
            atMost(`${encoding}, ${text}: ≤ ${most} × prose per byte`, texts[text]!.warm / prose, most),
          ),
    ),
    ...loadGoals(results),
  ];
}

function openAiGoals(results: Results, encoding: string): Goal[] {
  const { overall } = ratiosOf(results.throughput[encoding]!);
  const nearest = Object.entries(overall).reduce((low, peer) => (peer[1].worst < low[1].worst ? peer : low));
  const [peer, { worst, worstCorpus }] = nearest;
  return [
    ...WARM_GOALS.map(([name, least]) =>
      atLeast(`${encoding}, warm: ≥ ${least} × ${name}`, overall[name]!.warm, least),
    ),
    {
      goal: `${encoding}, warm: no peer faster on any corpus`,
      measured: `nearest: ${peer}, ${worstCorpus}, ${times(worst)} ×`,
      held: worst >= 1,
    },
    atLeast(`${encoding}, first pass: ≥ 6 × gpt-tokenizer`, overall['gpt-tokenizer']!.first, 6),
  ];
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

function loadGoals({ loads }: Results): Goal[] {
  const { promptcost: own, 'gpt-tokenizer': theirs } = loads[OPENAI[0]!]!;
  if (own === undefined || theirs === undefined) throw new Error('No loads of promptcost and gpt-tokenizer.');
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

function warm(results: Results, encoding: string, peer: string): number {
  return ratiosOf(results.throughput[encoding]!).overall[peer]!.warm;
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
