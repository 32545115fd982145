type CalibratedInput = typeof import('./calibrated-input.js').calibratedInput;

let loaded: CalibratedInput | undefined;

/** What corrects a count by past replies: few need it, so that it comes when it is first asked for. */
export async function loadCalibrated(): Promise<CalibratedInput> {
  loaded ??= (await import('./calibrated-input.js')).calibratedInput;
  return loaded;
}

/** The same if it has been loaded before. */
export function loadedCalibrated(): CalibratedInput | undefined {
  return loaded;
}
