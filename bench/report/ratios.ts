import { geometricMean } from '../measure/stats.js';
import type { Throughput } from '../measure/throughput.js';

/** How many times longer than the first library the others took. */
export interface Ratios {
  /** The library the others are held against: the first. */
  readonly base: string;
  /** Corpus → peer → their time ÷ ours. */
  readonly byCorpus: Readonly<Record<string, Readonly<Record<string, { warm: number; first: number }>>>>;
  /** Peer → the geometric mean over the corpora, and the corpus where it comes nearest. */
  readonly overall: Readonly<
    Record<string, { warm: number; first: number; worst: number; worstCorpus: string }>
  >;
}

export function ratiosOf(throughput: Throughput): Ratios {
  const rows = Object.entries(throughput);
  const [base, ...peers] = Object.keys(rows[0]![1].runs) as [string, ...string[]];
  const byCorpus = Object.fromEntries(
    rows.map(([corpus, { runs }]) => {
      const own = runs[base]!;
      const ratios = peers.map((peer) => {
        const theirs = runs[peer]!;
        return [peer, { warm: theirs.warm / own.warm, first: theirs.first / own.first }] as const;
      });
      return [corpus, Object.fromEntries(ratios)];
    }),
  );
  const overall = peers.map((peer) => {
    const all = Object.entries(byCorpus).map(([corpus, ratios]) => ({ corpus, ...ratios[peer]! }));
    const worst = all.reduce((low, row) => (row.warm < low.warm ? row : low));
    const mean = (which: 'warm' | 'first') => geometricMean(all.map((row) => row[which]));
    return [
      peer,
      { warm: mean('warm'), first: mean('first'), worst: worst.warm, worstCorpus: worst.corpus },
    ] as const;
  });
  return { base, byCorpus, overall: Object.fromEntries(overall) };
}

/** Sentences on where libraries count differently; equal counts say nothing. */
export function disagreements(encoding: string, throughput: Throughput): string[] {
  return Object.entries(throughput).flatMap(([corpus, { runs }]) => {
    const [base, ...others] = Object.entries(runs).map(([name, run]) => ({ name, tokens: run.tokens }));
    return others
      .filter((other) => other.tokens !== base!.tokens)
      .map(
        ({ name, tokens }) =>
          `${encoding}, ${corpus}: ${base!.name} counts ${base!.tokens}, ${name} ${tokens}.`,
      );
  });
}
