import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCES = new URL('assembly/', import.meta.url);

/** What compiling makes. */
export interface CompiledKernel {
  readonly binary: Uint8Array;
  readonly hex: string;
  /** The module that carries it. */
  readonly source: string;
}

/**
 * The WebAssembly of `assembly/`. The same on every machine.
 *
 * @param constants - Other values for constants of the sources, by name, as a test needs them: `{ WINDOW: 64 }`.
 */
export async function compileKernel(
  constants: Readonly<Record<string, number>> = {},
): Promise<CompiledKernel> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      'index.ts',
      ...['--outFile', 'kernel.wasm', '--runtime', 'stub', '--noAssert', '--use', 'abort='],
      ...['--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--enable', 'bulk-memory'],
    ],
    {
      readFile: (name) => withConstants(readIfThere(name), constants),
      writeFile: (name, contents) => {
        if (name === 'kernel.wasm') binary = contents as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) throw new Error(`The kernel does not compile: ${stderr.toString()}`);
  const hex = Buffer.from(binary).toString('hex');
  const source = `// Written by kernel/build.ts from kernel/assembly: ${binary.length} bytes of WebAssembly.\nexport const KERNEL: string =\n  '${hex}';\n`;
  return { binary, hex, source };
}

function readIfThere(name: string): string | null {
  try {
    return readFileSync(fileURLToPath(new URL(name, SOURCES)), 'utf8');
  } catch {
    return null;
  }
}

function withConstants(source: string | null, constants: Readonly<Record<string, number>>): string | null {
  return (
    source &&
    Object.entries(constants).reduce(
      (text, [name, value]) => text.replace(new RegExp(`^(const ${name}: u32 =) \\d+;`, 'm'), `$1 ${value};`),
      source,
    )
  );
}
