type Collect = (options?: { type: 'minor' }) => void;

const { gc } = globalThis as { gc?: Collect };

/** Collects the young garbage, so that no library pays for what the one before it left behind. */
export function settleGarbage(): void {
  gc?.({ type: 'minor' });
}

/** Collects all garbage, so that what is left is what is held. */
export function collectAll(): void {
  if (gc === undefined) throw new Error('Memory is measured under "node --expose-gc" only.');
  gc();
  gc();
}
