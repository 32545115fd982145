import type { TokenRange } from '../types.js';
import type { ByteSource } from './byte-source.js';
import { inflatedText } from './inflate.js';
import { says } from './numbers.js';

/** The end of a file that is read: the page tree stands there. */
const MOST_BYTES = 16_000_000;
/** Compressed objects that are opened in one file, the last ones first, and the text taken out of them. */
const MOST_STREAMS = 1000;
const MOST_TEXT = 4_000_000;
/** A file made for the web says its pages within so many bytes. */
const HEAD = 2048;
/** Objects that are looked at. */
const MOST_OBJECTS = 500_000;
/** Types that are looked at in one object, which has one. */
const MOST_TYPES = 1000;
/** A tree that claims more pages lies. */
const MOST_PAGES = 1_000_000;

/** What the objects of a file say of its pages. */
interface Found {
  /** Pages that stand for themselves. */
  leaves: number;
  /** The count at the top of the page tree; the last one, as a file that was changed has the new tree at its end. */
  root: number | undefined;
}

/**
 * How many pages a PDF has: the count at the top of its page tree, in plain objects or in compressed ones, beside the pages
 * found one by one.
 *
 * @param source - Its bytes.
 *
 * @returns From the smaller to the larger where the two disagree, likely the smaller; `undefined` when nothing is to be read: an encrypted file, a
 * file without pages, or one cut off.
 */
export function pdfPages(source: ByteSource): TokenRange | undefined {
  const start = Math.max(0, source.length - MOST_BYTES);
  const bytes = source.slice(start, source.length);
  const head = source.slice(0, Math.min(HEAD, source.length));
  if (!bytes || !head) return undefined;
  const text = new TextDecoder('latin1').decode(bytes);
  const objects = text.split('endobj', MOST_OBJECTS);
  const found: Found = { leaves: 0, root: undefined };
  for (const object of objects) read(object, found);
  if (found.root === undefined) readCompressed(objects, bytes, found);
  const { root, leaves } = found;
  const stated = root ?? linearized(new TextDecoder('latin1').decode(head));
  if (!(stated !== undefined && stated > 0 && stated <= MOST_PAGES))
    return leaves > 0 ? between(leaves, leaves) : undefined;
  if (leaves === 0) return between(stated, stated);
  // Leaves that were not read stand in compressed objects, or before the end that was read; else the count is not true.
  if (leaves < stated)
    return start > 0 || text.includes('/ObjStm') ? between(stated, stated) : between(leaves, stated);
  return between(stated, leaves);
}

/** Whether the bytes begin as a PDF does. */
export function isPdf(source: ByteSource): boolean {
  for (let offset = 0; offset < 1024; offset++) if (says(source, offset, '%PDF-')) return true;
  return false;
}

function between(likely: number, other: number): TokenRange {
  return { low: Math.min(likely, other), likely, high: Math.max(likely, other) };
}

function read(object: string, found: Found): void {
  if (!object.includes('/Page')) return;
  let tree = false;
  let seen = 0;
  for (const match of object.matchAll(/\/Type\s*\/Page(s?)(?![A-Za-z])/g)) {
    if (match[1]) tree = true;
    else found.leaves++;
    if (++seen === MOST_TYPES) break;
  }
  const count = tree && !/\/Parent\b/.test(object) ? /\/Count\s+(\d{1,15})/.exec(object)?.[1] : undefined;
  if (count !== undefined) found.root = Number(count);
}

// The tree is written last by most programs, so the last of the compressed objects are read first.
function readCompressed(objects: readonly string[], bytes: Uint8Array, found: Found): void {
  let start = objects.reduce((sum, object) => sum + object.length + 'endobj'.length, 0);
  let [left, opened] = [MOST_TEXT, 0];
  for (let i = objects.length - 1; i >= 0 && left > 0 && opened < MOST_STREAMS; i--) {
    const object = objects[i]!;
    start -= object.length + 'endobj'.length;
    const packed = object.includes('/ObjStm') && /\/Type\s*\/ObjStm\b/.test(object.slice(0, 2000));
    const head = packed ? /stream\r?\n/.exec(object) : null;
    if (!head || !/\/FlateDecode\b/.test(object.slice(0, head.index))) continue;
    const from = start + head.index + head[0].length;
    opened++;
    const text = inflatedText(bytes.subarray(from, start + object.length), left);
    left -= text.length;
    const seen: Found = { leaves: 0, root: undefined };
    for (const inner of innerObjects(text, object)) read(inner, seen);
    found.leaves += seen.leaves;
    found.root ??= seen.root;
  }
}

// Pairs of number and place, then the objects, one after the other.
function innerObjects(text: string, object: string): string[] {
  const first = Number(/\/First\s+(\d{1,9})/.exec(object)?.[1] ?? 0);
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
  const places = numbers.filter((_, index) => index % 2 === 1);
  return places.map((place, index) => text.slice(first + place, first + (places[index + 1] ?? text.length)));
}

function linearized(head: string): number | undefined {
  const pages = /\/Linearized\b/.test(head) ? /\/N\s+(\d{1,9})/.exec(head)?.[1] : undefined;
  return pages === undefined ? undefined : Number(pages);
}
