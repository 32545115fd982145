/** A code of DEFLATE: how many symbols have each length, and the symbols in order of their codes. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

const LONGEST = 15;
/** No stream grows more: 258 bytes of two bits. */
const MOST_RATIO = 1032;
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * The text of a zlib stream (RFC 1950 and 1951), one character a byte. The platform's own inflater answers later; a count
 * answers at once.
 *
 * @param bytes - The stream, with its header of two bytes.
 * @param most - Bytes of text after which it stops.
 *
 * @returns What could be read: all of it, or the part before the limit or the fault. Never throws.
 */
export function inflatedText(bytes: Uint8Array, most: number): string {
  const out = new Uint8Array(Math.min(most, bytes.length * MOST_RATIO));
  const length = new Inflater(bytes, out).run();
  return new TextDecoder('latin1').decode(out.subarray(0, length));
}

class Inflater {
  readonly #from: Uint8Array;
  readonly #to: Uint8Array;
  #position = 2;
  #buffer = 0;
  #held = 0;
  #length = 0;

  constructor(from: Uint8Array, to: Uint8Array) {
    this.#from = from;
    this.#to = to;
  }

  run(): number {
    for (let last = 0; last === 0; ) {
      last = this.#bits(1);
      const kind = this.#bits(2);
      const going =
        kind === 0 ? this.#stored() : kind === 1 ? this.#coded(...FIXED) : kind === 2 && this.#dynamic();
      if (!going || last < 0) break;
    }
    return this.#length;
  }

  /** So many bits, the lowest first; -1 when the stream ends. */
  #bits(count: number): number {
    while (this.#held < count) {
      if (this.#position >= this.#from.length) return -1;
      this.#buffer |= this.#from[this.#position++]! << this.#held;
      this.#held += 8;
    }
    const value = this.#buffer & ((1 << count) - 1);
    this.#buffer >>>= count;
    this.#held -= count;
    return value;
  }

  #stored(): boolean {
    this.#buffer = 0;
    this.#held = 0;
    const length = this.#from[this.#position]! + this.#from[this.#position + 1]! * 256;
    this.#position += 4;
    if (!(this.#position + length <= this.#from.length)) return false;
    for (let i = 0; i < length; i++) if (!this.#put(this.#from[this.#position++]!)) return false;
    return true;
  }

  #put(byte: number): boolean {
    if (this.#length >= this.#to.length) return false;
    this.#to[this.#length++] = byte;
    return true;
  }

  /** Reads one symbol bit by bit: codes of one length are consecutive numbers. */
  #symbol({ counts, symbols }: Code): number {
    let [code, first, index] = [0, 0, 0];
    for (let length = 1; length <= LONGEST; length++) {
      const bit = this.#bits(1);
      if (bit < 0) return -1;
      code |= bit;
      const count = counts[length]!;
      if (code - count < first) return symbols[index + code - first]!;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return -1;
  }

  #coded(literals: Code, distances: Code): boolean {
    for (;;) {
      const symbol = this.#symbol(literals);
      if (symbol < 0) return false;
      if (symbol === 256) return true;
      if (symbol < 256) {
        if (!this.#put(symbol)) return false;
        continue;
      }
      const length = this.#extended(symbol - 257, 4, 3, 28, 258);
      const distance = this.#extended(this.#symbol(distances), 2, 1);
      if (!(length > 0 && distance > 0 && distance <= this.#length)) return false;
      for (let i = 0; i < length; i++) if (!this.#put(this.#to[this.#length - distance]!)) return false;
    }
  }

  /** Lengths and distances: after the first few, `each` values share a number of extra bits, which then grows by one. */
  #extended(index: number, each: number, base: number, last = 30, atLast = 0): number {
    if (index < 0 || index > last) return 0;
    if (index === last) return atLast;
    if (index < 2 * each) return base + index;
    const extra = Math.floor(index / each) - 1;
    const more = this.#bits(extra);
    return more < 0 ? 0 : base + ((each + (index % each)) << extra) + more;
  }

  #dynamic(): boolean {
    const [literals, distances, codes] = [this.#bits(5) + 257, this.#bits(5) + 1, this.#bits(4) + 4];
    const lengths = new Uint8Array(320);
    for (let i = 0; i < codes; i++) lengths[ORDER[i]!] = Math.max(0, this.#bits(3));
    const code = codeOf(lengths.slice(0, 19));
    lengths.fill(0);
    for (let i = 0; i < literals + distances; ) {
      const symbol = this.#symbol(code);
      if (symbol < 0) return false;
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      const value = symbol === 16 && i > 0 ? lengths[i - 1]! : 0;
      const repeat =
        symbol === 16 ? 3 + this.#bits(2) : symbol === 17 ? 3 + this.#bits(3) : 11 + this.#bits(7);
      if (i + repeat > literals + distances) return false;
      lengths.fill(value, i, i + repeat);
      i += repeat;
    }
    return this.#coded(
      codeOf(lengths.subarray(0, literals)),
      codeOf(lengths.subarray(literals, literals + distances)),
    );
  }
}

function codeOf(lengths: Uint8Array): Code {
  const counts = new Uint16Array(LONGEST + 1);
  for (const length of lengths) counts[length]!++;
  const offsets = new Uint16Array(LONGEST + 2);
  for (let length = 1; length <= LONGEST; length++) offsets[length + 1] = offsets[length]! + counts[length]!;
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length > 0) symbols[offsets[length]!++] = symbol;
  });
  counts[0] = 0;
  return { counts, symbols };
}

const FIXED: readonly [Code, Code] = /* @__PURE__ */ fixedCodes();

function fixedCodes(): readonly [Code, Code] {
  const lengths = new Uint8Array(288).fill(8).fill(9, 144, 256).fill(7, 256, 280);
  return [codeOf(lengths), codeOf(new Uint8Array(30).fill(5))];
}
