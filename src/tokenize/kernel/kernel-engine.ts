import type { Engine } from '../engine.js';
import { Utf8Window } from '../text/utf8-window.js';
import type { KernelExports } from './kernel-exports.js';

const RECORD_BYTES = 8; // of a token's record, before its bytes
const LENGTH_MASK = 2_047; // of the first word

/** The engine in WebAssembly: the same tables and the same answers as the portable one, in a memory of its own. */
export class KernelEngine implements Engine {
  readonly #kernel: KernelExports;
  readonly #size: number;
  readonly #maxTokenBytes: number;
  readonly #window: Utf8Window = new Utf8Window((length) => this.#textRoom(length));
  #text: Uint8Array = new Uint8Array(0);
  #room = 0; // its length, also while it is cut off
  #records: Uint32Array | undefined; // by rank: where the token's record is

  /** @param kernel - An instance that has opened the vocabulary. */
  constructor(kernel: KernelExports, size: number, maxTokenBytes: number) {
    this.#kernel = kernel;
    this.#size = size;
    this.#maxTokenBytes = maxTokenBytes;
  }

  count(text: string, limit: number): number {
    const window = this.#window;
    const kernel = this.#kernel;
    window.open(text, limit * this.#maxTokenBytes);
    let total = 0;
    while (total <= limit && !window.isLast) {
      window.refill();
      total += kernel.count(window.start, window.end, window.isLast);
      window.start = kernel.stopped();
    }
    window.close();
    return total;
  }

  countBytes(bytes: Uint8Array, isLast: boolean): number {
    this.#window.load(bytes);
    return this.#kernel.count(0, bytes.length, isLast);
  }

  get stopped(): number {
    return this.#kernel.stopped();
  }

  ranks(text: string): number[] {
    const window = this.#window;
    const kernel = this.#kernel;
    const ranks: number[] = [];
    window.open(text);
    while (!window.isLast) {
      window.refill();
      const count = kernel.encode(window.start, window.end, window.isLast);
      window.start = kernel.stopped();
      const found = new Uint32Array(kernel.memory.buffer, kernel.ranks(), count);
      for (let i = 0; i < count; i++) ranks.push(found[i]!);
    }
    window.close();
    return ranks;
  }

  tokenBytes(rank: number): Uint8Array {
    this.#records ??= this.#findRecords();
    const at = this.#records[rank]!;
    const { buffer } = this.#kernel.memory;
    const length = new DataView(buffer).getUint32(at, true) & LENGTH_MASK;
    return new Uint8Array(buffer, at + RECORD_BYTES, length).slice(); // the memory itself may move
  }

  #findRecords(): Uint32Array {
    const memory = new DataView(this.#kernel.memory.buffer);
    const records = new Uint32Array(this.#size);
    let at = this.#kernel.firstRecord();
    for (let rank = 0; rank < this.#size; rank++) {
      records[rank] = at;
      at += RECORD_BYTES + (((memory.getUint32(at, true) & LENGTH_MASK) + 3) & ~3);
    }
    return records;
  }

  /** The text's bytes; a view made anew where the memory has grown, which cuts off the old one, and never of less. */
  #textRoom(length: number): Uint8Array {
    if (length > this.#text.length) {
      this.#room = Math.max(this.#room, length);
      const at = this.#kernel.textRoom(this.#room);
      this.#text = new Uint8Array(this.#kernel.memory.buffer, at, this.#room);
    }
    return this.#text;
  }
}
