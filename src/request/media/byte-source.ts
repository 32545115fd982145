/**
 * Bytes that are read one by one and nowhere else: base64 text is decoded only where a header is looked for, so that the first
 * kilobytes of a film of 100 MB cost as much as those of an icon.
 */
export interface ByteSource {
  /** How many bytes there are. */
  readonly length: number;
  /** A byte, or -1 beyond the end and where the text is not base64. */
  at(offset: number): number;
  /** Some bytes at once, fewer at the end; `undefined` where the text is not base64. */
  slice(from: number, to: number): Uint8Array | undefined;
}

/** Bytes with the media type that a data URL says. */
export interface OpenedBytes {
  readonly source: ByteSource;
  readonly mediaType?: string;
}

const DATA_URL = /^data:([^,;]{0,100})[^,]{0,1000},/i;
/** A data URL says what it is within so many characters. */
const HEAD = 1200;
/** Line breaks are taken out of so much text; what follows is not read. */
const LOOSE = 8_000_000;

/**
 * Opens what a caller holds.
 *
 * @param bytes - Bytes, base64 text (also with line breaks, also base64url), or a `data:` URL.
 *
 * @returns The bytes, or `undefined` for a `data:` URL without a comma or without `;base64`.
 */
export function openBytes(bytes: Uint8Array | string): OpenedBytes | undefined {
  if (typeof bytes !== 'string') return { source: ofBytes(bytes) };
  if (!/^data:/i.test(bytes.slice(0, 5))) return { source: ofBase64(bytes, 0) };
  const [head, mediaType] = DATA_URL.exec(bytes.slice(0, HEAD)) ?? [];
  if (head === undefined || !/;base64,$/i.test(head)) return undefined;
  const source = ofBase64(bytes, head.length);
  return mediaType ? { source, mediaType: mediaType.toLowerCase() } : { source };
}

function ofBytes(bytes: Uint8Array): ByteSource {
  return {
    length: bytes.length,
    at: (offset) => bytes[offset] ?? -1,
    slice: (from, to) => bytes.subarray(from, to),
  };
}

function ofBase64(text: string, from: number): ByteSource {
  const [start, body] = /\s/.test(text.slice(from, from + 2000))
    ? [0, text.slice(from, from + LOOSE).replace(/\s+/g, '')]
    : [from, text];
  let end = body.length;
  while (end > start && body.charCodeAt(end - 1) === EQUALS) end--;
  const length = Math.floor(((end - start) * 3) / 4);
  const at = (offset: number): number => {
    if (offset < 0 || offset >= length) return -1;
    const group = start + Math.floor(offset / 3) * 4;
    const within = offset % 3;
    const high = VALUES[body.charCodeAt(group + within)] ?? -1;
    const low = VALUES[body.charCodeAt(group + within + 1)] ?? -1;
    if (high < 0 || low < 0) return -1;
    return ((high << (2 * within + 2)) | (low >> (4 - 2 * within))) & 255;
  };
  return { length, at, slice: (first, last) => decoded(body, start, first, Math.min(last, length)) };
}

// Group by group from the group that holds the first byte: a whole document is decoded so.
function decoded(text: string, start: number, from: number, to: number): Uint8Array | undefined {
  const first = Math.floor(from / 3);
  const groups = Math.max(0, Math.ceil(to / 3) - first);
  const bytes = new Uint8Array(groups * 3);
  let faulty = 0;
  for (let group = 0, at = start + first * 4; group < groups; group++, at += 4) {
    const [a, b] = [VALUES[text.charCodeAt(at)] ?? -1, VALUES[text.charCodeAt(at + 1)] ?? -1];
    const last = group === groups - 1;
    const c = VALUES[text.charCodeAt(at + 2)] ?? (last ? 0 : -1);
    const d = VALUES[text.charCodeAt(at + 3)] ?? (last ? 0 : -1);
    faulty |= last ? a | b : a | b | c | d;
    bytes[group * 3] = (a << 2) | (b >> 4);
    bytes[group * 3 + 1] = (b << 4) | (c >> 2);
    bytes[group * 3 + 2] = (c << 6) | d;
  }
  return faulty < 0 ? undefined : bytes.subarray(from - first * 3, to - first * 3);
}

const EQUALS = 61;
/** Character code → its six bits, or -1. Both alphabets, standard and base64url. */
const VALUES: Int8Array = /* @__PURE__ */ sixBits();

function sixBits(): Int8Array {
  const values = new Int8Array(128).fill(-1);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let i = 0; i < 64; i++) values[alphabet.charCodeAt(i)] = i;
  values[45] = 62; // -
  values[95] = 63; // _
  return values;
}
