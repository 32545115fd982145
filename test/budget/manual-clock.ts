/** A clock that moves only when told. */
export interface ManualClock {
  now: () => Date;
  tick(ms: number): void;
  set(instant: string): void;
}

export function manualClock(start = '2026-11-24T03:16:00Z'): ManualClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    tick: (ms) => {
      at += ms;
    },
    set: (instant) => {
      at = Date.parse(instant);
    },
  };
}
