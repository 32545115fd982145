import packs from './packs.json' with { type: 'json' };

/** A vocabulary that is not in this package: its terms ask each user to take it themselves. `promptcost add` does it. */
export interface Pack {
  /** The encoding's name: `gemma3`. */
  readonly name: string;
  /** The npm package that holds it, its exact version, the file in it, and that file's SHA-256. */
  readonly package: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
  /** How the file is written. */
  readonly kind: string;
  /** The SHA-256 of the compact vocabulary that this version makes of that file. */
  readonly compiled: string;
  /** Whose tokens it counts, for people. */
  readonly counts: string;
  /** Where its terms are. */
  readonly terms: string;
  /** The sentence its terms want said. */
  readonly notice: string;
}

/** All packs that can be added. */
export const PACKS: readonly Pack[] = packs;

/** The pack of that name. */
export function packNamed(name: string): Pack | undefined {
  return PACKS.find((pack) => pack.name === name);
}
