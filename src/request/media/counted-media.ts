import type { Meter } from '../../meters/index.js';
import type { TokenRange } from '../types.js';

/** How many tokens a medium is, and how that was found. */
export interface CountedMedia {
  readonly tokens: TokenRange;
  /** Which rate it is billed at. A provider without one bills it at `input`. */
  readonly meter: Meter;
  /** How it was counted: a sentence. */
  readonly method: string;
  /** True when the provider's published rule gives this very number for what was given. */
  readonly exact: boolean;
}
