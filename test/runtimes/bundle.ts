import { join } from 'node:path';
import { build } from 'esbuild'; // tsup brings it

/**
 * The smoke test and all it imports in one file, as a bundler makes it for a browser or a worker.
 *
 * @param main - The program around it; it may import `./smoke.mjs`.
 */
export async function bundled(folder: string, main: string, format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: main, resolveDir: folder, sourcefile: join(folder, 'main.mjs') },
    bundle: true,
    write: false,
    format,
    platform: 'browser',
    target: 'es2022',
    minify: true,
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
