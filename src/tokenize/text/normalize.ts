import type { NormalForm } from './normal-form.js';

/** A text in a normal form, with the way back to the original's offsets. */
export interface Normalized {
  readonly text: string;
  /** The span of the original that a span of the normalized text comes from. */
  originalSpan(start: number, end: number): [start: number, end: number];
}

const IDENTITY = (start: number, end: number): [number, number] => [start, end];

/**
 * Normalizes a text and keeps track of what came from where.
 *
 * A normal form works within stretches that begin with a character no mark before it can join; those are normalized one by one, and a token
 * that touches a changed stretch spans all of it.
 */
export function normalizeTo(form: NormalForm, original: string): Normalized {
  const text = form.normalize(original);
  if (text === original) return { text, originalSpan: IDENTITY };
  const changed = changedStretches(form, original);
  return {
    text,
    originalSpan: (start, end) => [before(changed, start), after(changed, end)],
  };
}

/** A stretch that normalization changed: where it stands in the result, and in the original. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly originalStart: number;
  readonly originalEnd: number;
}

function changedStretches(form: NormalForm, original: string): readonly Stretch[] {
  const changed: Stretch[] = [];
  let at = 0;
  let normalizedAt = 0;
  while (at < original.length) {
    const end = stretchEnd(form, original, at);
    const stretch = original.slice(at, end);
    const normalized = form.normalize(stretch);
    if (normalized !== stretch) {
      const start = normalizedAt;
      changed.push({ start, end: start + normalized.length, originalStart: at, originalEnd: end });
    }
    normalizedAt += normalized.length;
    at = end;
  }
  return changed;
}

/** End of the stretch at `start`: up to a character that stays apart from whatever stands before it. */
function stretchEnd(form: NormalForm, text: string, start: number): number {
  let at = start;
  let width = unitsAt(text, at);
  for (at += width; at < text.length; at += width) {
    width = unitsAt(text, at);
    const character = text.slice(at, at + width);
    if (!form.joins(character)) break;
  }
  return at;
}

function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function before(changed: readonly Stretch[], at: number): number {
  const stretch = lastStartingAtOrBefore(changed, at);
  if (!stretch) return at;
  return at < stretch.end ? stretch.originalStart : at - stretch.end + stretch.originalEnd;
}

function after(changed: readonly Stretch[], at: number): number {
  const stretch = lastStartingAtOrBefore(changed, at - 1);
  if (!stretch) return at;
  return at <= stretch.end ? stretch.originalEnd : at - stretch.end + stretch.originalEnd;
}

function lastStartingAtOrBefore(changed: readonly Stretch[], at: number): Stretch | undefined {
  let low = 0;
  let high = changed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changed[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return changed[low - 1];
}
