import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCES = new URL('assembly/', import.meta.url);

/** The WebAssembly of `assembly/`, and the module that carries it in base64. The same on every machine. */
export async function compileKernel(): Promise<{ readonly binary: Uint8Array; readonly source: string }> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      'index.ts',
      ...['--outFile', 'kernel.wasm', '--runtime', 'stub', '--noAssert', '--use', 'abort='],
      ...['--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--enable', 'bulk-memory'],
    ],
    {
      readFile: (name) => readIfThere(name),
      writeFile: (name, contents) => {
        if (name === 'kernel.wasm') binary = contents as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) throw new Error(`The kernel does not compile: ${stderr.toString()}`);
  const base64 = Buffer.from(binary).toString('base64');
  const source = `// Written by kernel/build.ts from kernel/assembly: ${binary.length} bytes of WebAssembly.\nexport const KERNEL: string =\n  '${base64}';\n`;
  return { binary, source };
}

function readIfThere(name: string): string | null {
  try {
    return readFileSync(fileURLToPath(new URL(name, SOURCES)), 'utf8');
  } catch {
    return null;
  }
}
