import { type PieceMachine, readMachine } from '../pretokenize/piece-machine.js';
import { bytesOfHex } from '../text/hex.js';
import type { PackedVocabulary } from '../vocabulary/read-vocabulary.js';
import { KERNEL } from './kernel.data.js';
import { KernelEngine } from './kernel-engine.js';
import type { KernelExports } from './kernel-exports.js';

type Module = object;
interface Compiler {
  readonly Module: new (bytes: Uint8Array) => Module;
  readonly Instance: new (module: Module) => { readonly exports: unknown };
}

/** Longer tokens do not fit a record. */
const LONGEST_TOKEN = 2_047;

/** Compiled once for all vocabularies; null where the runtime has no WebAssembly, or its security policy forbids compiling. */
let compiled: Module | null | undefined;

/** The engine in WebAssembly over a vocabulary, or undefined where the runtime or the vocabulary does not allow it. */
export function openKernel(packed: PackedVocabulary): KernelEngine | undefined {
  const { WebAssembly } = globalThis as { WebAssembly?: Compiler };
  if (!WebAssembly || packed.characters || packed.maxTokenBytes > LONGEST_TOKEN) return undefined;
  if (compiled === undefined) compiled = compile(WebAssembly);
  if (!compiled) return undefined;
  const kernel = new WebAssembly.Instance(compiled).exports as KernelExports;
  placeMachine(kernel, readMachine(packed.machine));
  if (!placeVocabulary(kernel, packed)) return undefined; // the portable engine takes it, or says what is wrong
  return new KernelEngine(kernel, packed.size, packed.maxTokenBytes);
}

function placeVocabulary(kernel: KernelExports, packed: PackedVocabulary): boolean {
  const { file, literal, literalsAt, planesAt, pairs, size, wholePieces, backtracks } = packed;
  const at = kernel.begin(size, file.length - literalsAt);
  const memory = new Uint8Array(kernel.memory.buffer);
  memory.set(literal, at);
  memory.set(file.subarray(literalsAt), at + size);
  return kernel.open(planesAt - literalsAt, pairs, wholePieces, backtracks) === 1;
}

function placeMachine(kernel: KernelExports, machine: PieceMachine): void {
  const { ascii, blockOf, columns, transitions, tentative } = machine;
  let at = kernel.placeMachine(columns.byteLength, transitions.byteLength, tentative);
  for (const { buffer, byteOffset, byteLength } of [ascii, blockOf, columns, transitions]) {
    new Uint8Array(kernel.memory.buffer).set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
}

function compile({ Module }: Compiler): Module | null {
  try {
    return new Module(bytesOfHex(KERNEL));
  } catch {
    return null;
  }
}
