export {
  type CompiledFile,
  compileFile,
  type FileKind,
  type FileOptions,
  kindOf,
} from './custom/compile-file.js';
export { fromSentencePiece } from './custom/from-sentencepiece.js';
export { fromTiktoken } from './custom/from-tiktoken.js';
export { type KnownFile, knownFile } from './custom/known-file.js';
export { KNOWN_PATTERNS, THREE_SPLITS_AS_ONE } from './custom/known-patterns.js';
export { fromTokenizerJson } from './from-tokenizer-json.js';
export { encodingNames, loadEncoding, loadedEncoding } from './load-encoding.js';
export { compilePack } from './packs/compile-pack.js';
export { PACKS, type Pack, packNamed } from './packs/pack.js';
export { type Home, packFolder } from './packs/pack-folder.js';
