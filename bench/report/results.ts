import type { FirstPrompts } from '../measure/first-prompts.js';
import type { Loads } from '../measure/load.js';
import type { Adversarial } from '../measure/run-adversarial.js';
import type { Throughput } from '../measure/throughput.js';
import type { Family } from '../measure/typical-family.js';

/** Everything one run measured, each by encoding. */
export interface Results {
  readonly throughput: Readonly<Record<string, Throughput>>;
  readonly adversarial: Readonly<Record<string, Adversarial>>;
  /** Each family of hostile text by its name. */
  readonly families: Readonly<Record<string, Readonly<Record<string, Family>>>>;
  readonly loads: Readonly<Record<string, Loads>>;
  readonly prompts: Readonly<Record<string, FirstPrompts>>;
}
