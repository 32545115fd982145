/** How long a cache can be asked to keep what is written, in seconds. */
export const LIFETIMES = { '5m': 300, '30m': 1_800, '1h': 3_600 } as const;

/** A lifetime that can be asked for. */
export type Lifetime = keyof typeof LIFETIMES;
