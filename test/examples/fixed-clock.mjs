// Preloaded into the command, so that a price of today is that of one day: the clock stands still at FIXED_CLOCK.
const now = Date.parse(process.env.FIXED_CLOCK);

globalThis.Date = class extends Date {
  constructor(...parts) {
    super(...(parts.length === 0 ? [now] : parts));
  }

  static now() {
    return now;
  }
};
