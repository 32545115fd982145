import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFile, loadEncoding } from '../../src/encodings/index.js';
import { byteLevelFile, wordPieceFile } from '../encodings/custom/tiny-tokenizers.js';
import { modelFile, smallPieces } from '../encodings/sentencepiece-file.js';
import { sharedData } from '../shared-data.js';

/** The 256 bytes, `he` and `ll`: a rank file as vendors write them. */
const RANKS =
  Array.from({ length: 256 }, (_, byte) => `${Buffer.of(byte).toString('base64')} ${byte}\n`).join('') +
  'aGU= 256\nbGw= 257\n';

const REPLY = JSON.parse(readFileSync('fixtures/usages/xai.json', 'utf8'))[0].reply as unknown;

/** Writes the files that examples read into a folder. */
export async function writeReaderFiles(folder: string): Promise<void> {
  const tokenizer = JSON.stringify(byteLevelFile());
  mkdirSync(join(folder, 'bert'));
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'prompt.txt': 'Why is the sky blue?',
    'other.md': '# Why is the sky blue?\n',
    'reply.json': JSON.stringify(REPLY),
    'tokenizer.json': tokenizer,
    'bert/tokenizer.json': JSON.stringify(bertFile()),
    'tokenizer.model': modelFile({ pieces: smallPieces('helo wrd▁', ['he', 'll']) }),
    'tiktoken.model': RANKS,
    'r50k_base.tiktoken': await ranksOf('r50k_base', 50_256),
    'my.pc': (await compileFile(Buffer.from(tokenizer), { name: 'my' })).bytes,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const vendor = sharedData('tokenizers/mistral');
  if (vendor && existsSync(vendor)) cpSync(vendor, folder, { recursive: true });
}

// A file of BERT's kind has five control tokens.
function bertFile(): object {
  const file = wordPieceFile();
  const mask = {
    id: Object.keys(file.model['vocab'] as object).length,
    content: '[MASK]',
    special: true,
    normalized: false,
  };
  return { ...file, added_tokens: [...file.added_tokens, mask] };
}

/** A bundled vocabulary as the rank file that it was made of. */
async function ranksOf(name: string, size: number): Promise<string> {
  const encoding = await loadEncoding(name);
  const lines: string[] = [];
  for (let id = 0; id < size; id++)
    lines.push(`${Buffer.from(encoding.decodeBytes([id])).toString('base64')} ${id}\n`);
  return lines.join('');
}
