/** One runtime, and how it is tried. */
export interface Runtime {
  readonly name: string;
  /** Tries what the runtime can, and returns its version and what passed; throws {@link Skipped}, or an error when it fails. */
  run(): Promise<{ readonly version: string; readonly passed: readonly string[] }>;
}

/** Why a runtime could not be tried. */
export class Skipped extends Error {}
