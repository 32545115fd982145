export type Count = (text: string) => number;

/** A library under measurement. */
export interface Library {
  readonly name: string;
  /** Imports the library and readies one encoding; `undefined` where the library has no such encoding. */
  load(encoding: string, folders: Folders): Promise<Count | undefined>;
}

export interface Folders {
  /** This repository, built. */
  readonly root: string;
  /** Where the peers are installed. */
  readonly cache: string;
}
