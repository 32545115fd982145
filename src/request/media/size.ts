/** Pixels, at least 1 each. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A size, or `undefined` when a side is 0, missing or beyond what any format holds. */
export function sizeOf(width: number, height: number): Size | undefined {
  return width >= 1 && height >= 1 && width < 2 ** 31 && height < 2 ** 31 ? { width, height } : undefined;
}

/** Squares of `side` that cover an image: across, and down. */
export function squares({ width, height }: Size, side: number): readonly [number, number] {
  return [Math.ceil(width / side), Math.ceil(height / side)];
}

/** An image made to fit a longest side, in whole pixels; a smaller one stays as it is. */
export function withinEdge({ width, height }: Size, edge: number): Size {
  const long = Math.max(width, height);
  if (long <= edge) return { width, height };
  const scaled = (side: number): number => Math.max(1, Math.round((side * edge) / long));
  return { width: scaled(width), height: scaled(height) };
}

/** For a sentence: `1024 × 768 px`. */
export function inPixels({ width, height }: Size): string {
  return `${width} × ${height} px`;
}
