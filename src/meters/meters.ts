/** A currency in which a provider prints its list prices. Amounts of two currencies are never added. */
export type Currency = 'USD' | 'EUR' | 'CNY';

/**
 * How many of the unit one printed rate buys, by meter: `input` is priced per million tokens, `webSearch` per thousand calls.
 *
 * What runs is measured in hours, whatever its seller calls it: `codeExecutionHour` a container that executes code, `session` an
 * agent's session while it runs. 90 seconds are 0.025.
 */
export const PER = {
  input: 1_000_000,
  cacheRead: 1_000_000,
  cacheWrite: 1_000_000,
  cacheWrite5m: 1_000_000,
  cacheWrite1h: 1_000_000,
  cacheStorageTokenHour: 1_000_000,
  output: 1_000_000,
  reasoning: 1_000_000,
  inputAudio: 1_000_000,
  outputAudio: 1_000_000,
  cacheReadAudio: 1_000_000,
  inputImage: 1_000_000,
  outputImage: 1_000_000,
  cacheReadImage: 1_000_000,
  inputVideo: 1_000_000,
  imageOut: 1,
  request: 1,
  webSearch: 1_000,
  xSearch: 1_000,
  fileSearch: 1_000,
  codeExecutionHour: 1,
  audioSecond: 3_600,
  character: 1_000_000,
  page: 1_000,
  session: 1,
  citation: 1_000_000,
} as const;

/**
 * A quantity that providers bill for.
 *
 * Meters are disjoint: a cached token is `cacheRead` and not also `input`; a reasoning token billed at its own rate is
 * `reasoning` and not also `output`.
 *
 * Tokens but for these: `cacheStorageTokenHour` is tokens times the hours they are kept; `imageOut` pictures made, `request` calls
 * that cost a fee, `webSearch`, `xSearch` and `fileSearch` searches, `codeExecutionHour` and `session` hours, `audioSecond` seconds,
 * `character` characters, `page` pages.
 */
export type Meter = keyof typeof PER;

/** Every meter, in the order in which a bill lists them. */
export const METERS: readonly Meter[] = Object.keys(PER) as Meter[];

/** How much of each meter a call used. A meter that is absent was not used. */
export type Quantities = Readonly<Partial<Record<Meter, number>>>;
