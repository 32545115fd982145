import { PromptCostError } from '../../errors/index.js';
import type { Pack } from './pack.js';
import { packFolder } from './pack-folder.js';

/** The parts of Node that finding a pack takes. */
interface Host {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  getBuiltinModule?(name: 'node:fs'): { readFileSync(path: string): Uint8Array } | undefined;
  getBuiltinModule?(name: 'node:os'): { homedir(): string } | undefined;
  getBuiltinModule?(name: 'node:crypto'): { createHash(name: 'sha256'): Hash } | undefined;
}

interface Hash {
  update(bytes: Uint8Array): Hash;
  digest(encoding: 'hex'): string;
}

/**
 * The bytes of an added pack, or `undefined` where it was never added, as in any runtime without files. A file that is not what this
 * version makes of the pack (another pack under its name, a damaged one, one of another version) is an error.
 *
 * Node's own modules are asked for at run time, so that no bundle for a browser names them.
 */
export function readPack({ name, compiled }: Pick<Pack, 'name' | 'compiled'>): Uint8Array | undefined {
  const { process: host } = globalThis as { readonly process?: Host };
  const fs = host?.getBuiltinModule?.('node:fs');
  const os = host?.getBuiltinModule?.('node:os');
  const crypto = host?.getBuiltinModule?.('node:crypto');
  if (!host || !fs || !os || !crypto) return undefined;
  const path = `${packFolder({ platform: host.platform, env: host.env, home: os.homedir() })}/${name}.pc`;
  let bytes: Uint8Array;
  try {
    bytes = fs.readFileSync(path);
  } catch {
    return undefined;
  }
  if (crypto.createHash('sha256').update(bytes).digest('hex') === compiled) return bytes;
  throw new PromptCostError(
    'unsupported-encoding',
    `${path} is not the ${name} that this version makes. 'npx promptcost add ${name}' makes it anew.`,
  );
}
