import files from './known-files.json' with { type: 'json' };

/** A vendor's file that this package knows by its SHA-256. */
export interface KnownFile {
  readonly sha256: string;
  /** For an encoding made of it. */
  readonly name: string;
  /** Whose file it is, and which models it counts for, for people. */
  readonly file: string;
  readonly models: string;
  /** The name of the pattern that a rank file leaves to the vendor's code. */
  readonly pattern?: string | undefined;
  /** What the file does not say, and a user ought to know. */
  readonly note?: string | undefined;
}

/** The vendor's file of that SHA-256. */
export function knownFile(sha256: string): KnownFile | undefined {
  return (files as readonly KnownFile[]).find((file) => file.sha256 === sha256);
}
