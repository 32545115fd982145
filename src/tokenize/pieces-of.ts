import { readMachine } from './pretokenize/piece-machine.js';
import { preTokenizer } from './pretokenize/scan.js';

/**
 * The pieces that a machine cuts a text into, as bytes: for judging a vocabulary, not for counting.
 *
 * @param machine - What `compilePattern` made.
 * @param text - Some hundred characters; its pieces fit into one batch.
 */
export function piecesOf(machine: Uint8Array, text: string): Uint8Array[] {
  const utf8 = new TextEncoder().encode(text);
  const bytes = new Uint8Array(utf8.length + 1); // the scanner wants a zero at the end
  bytes.set(utf8);
  const ends = new Int32Array(utf8.length + 8);
  const count = preTokenizer(readMachine(machine))(bytes, 0, utf8.length, true, ends);
  return Array.from({ length: count }, (_, index) => utf8.subarray(index && ends[index - 1], ends[index]));
}
