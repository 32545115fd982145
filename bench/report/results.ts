import type { Loads } from '../measure/load.js';
import type { Adversarial } from '../measure/run-adversarial.js';
import type { Throughput } from '../measure/throughput.js';

/** Everything one run measured, each by encoding. */
export interface Results {
  readonly throughput: Readonly<Record<string, Throughput>>;
  readonly adversarial: Readonly<Record<string, Adversarial>>;
  readonly loads: Readonly<Record<string, Loads>>;
}
