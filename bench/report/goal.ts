/** A promise about speed or memory, and what became of it. */
export interface Goal {
  readonly goal: string;
  readonly measured: string;
  readonly held: boolean;
}
