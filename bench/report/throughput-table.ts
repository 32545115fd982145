import type { Throughput } from '../measure/throughput.js';
import { markdownTable } from './markdown-table.js';
import { ratiosOf } from './ratios.js';
import { times } from './times.js';

/** Each corpus: our speed, and how many times ours each peer's time is, warm / first pass. */
export function throughputTable(throughput: Throughput): string {
  const { base, byCorpus, overall } = ratiosOf(throughput);
  const peers = Object.keys(overall);
  const rows = Object.entries(throughput).map(([corpus, { bytes, runs }]) => {
    const own = runs[base]!;
    // Bytes per millisecond are kilobytes per second.
    const speed = `${(bytes / own.warm / 1000).toFixed(0)} / ${(bytes / own.first / 1000).toFixed(0)}`;
    return [corpus, speed, ...peers.map((peer) => pair(byCorpus[corpus]![peer]!))];
  });
  const means = ['**geometric mean**', '', ...peers.map((peer) => `**${pair(overall[peer]!)}**`)];
  const worst = [
    '**nearest, warm**',
    '',
    ...peers.map((peer) => `${times(overall[peer]!.worst)} (${overall[peer]!.worstCorpus})`),
  ];
  return markdownTable(['corpus', `${base}, MB/s`, ...peers], [...rows, means, worst]);
}

function pair({ warm, first }: { warm: number; first: number }): string {
  return `${times(warm)} / ${times(first)}`;
}
