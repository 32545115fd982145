/** What the WebAssembly module offers (`kernel/assembly/index.ts`). Addresses and lengths are bytes of its memory. */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Room for the pre-tokenizer's tables, one after the other: ascii, blockOf, columns, transitions. */
  placeMachine(columnBytes: number, transitionBytes: number, tentative: number): number;
  /** Room to lay the vocabulary file into: a byte a rank, 1 for a token without a pair, then literals and planes. */
  begin(size: number, packedBytes: number): number;
  /** Unpacks the vocabulary laid there; 0 when it is damaged or too large. */
  open(literalBytes: number, pairs: number, wholePieces: boolean, backtracks: boolean): number;
  /** Address of the text, with room for so many bytes; what it held stays. */
  textRoom(bytes: number): number;
  /** Tokens of the pieces that are decided in `[start, end)` of the text. */
  count(start: number, end: number, isLast: boolean): number;
  /** Writes the ranks of their tokens to `ranks()`, and returns how many. */
  encode(start: number, end: number, isLast: boolean): number;
  ranks(): number;
  /** Where in the text the last call stopped. */
  stopped(): number;
  firstRecord(): number;
}
