import { packFolder } from './pack-folder.js';

/** The parts of Node that finding a pack takes. */
interface Host {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  getBuiltinModule?(name: 'node:fs'): { readFileSync(path: string): Uint8Array } | undefined;
  getBuiltinModule?(name: 'node:os'): { homedir(): string } | undefined;
}

/**
 * The bytes of an added pack, or `undefined` where it was never added, as in any runtime without files.
 *
 * Node's own modules are asked for at run time, so that no bundle for a browser names them.
 */
export function readPack(name: string): Uint8Array | undefined {
  const { process: host } = globalThis as { readonly process?: Host };
  const fs = host?.getBuiltinModule?.('node:fs');
  const os = host?.getBuiltinModule?.('node:os');
  if (!host || !fs || !os) return undefined;
  try {
    return fs.readFileSync(
      `${packFolder({ platform: host.platform, env: host.env, home: os.homedir() })}/${name}.pc`,
    );
  } catch {
    return undefined;
  }
}
