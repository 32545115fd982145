import type { Shelf } from './shelf.js';

/** Where text goes. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

/** The variables that decide about colour. */
export interface Environment {
  readonly FORCE_COLOR?: string | undefined;
  readonly NO_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
}

/** Everything of the outside world that the command may touch, so that a test can be the world. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Environment;
  readonly now: () => Date;
  /** Width of the terminal, in cells. */
  readonly columns: number;
  /** Where packs come from and go to; npm and the user's cache folder where left out. */
  readonly shelf?: Shelf | undefined;
}
