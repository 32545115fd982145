import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { binary } from './binaries.js';
import { bundled } from './bundle.js';
import type { Runtime } from './runtime.js';
import { assertExpected } from './servers.js';

/** A context with the language and a handful of web globals: no `Buffer`, `process`, `require`, `WebAssembly` nor code from strings. */
export function bareContext(folder: () => string): Runtime {
  return {
    name: 'bare context',
    async run() {
      const script = await bundled(
        folder(),
        "import { smoke } from './smoke.mjs';\nglobalThis.smoke = smoke;",
        'iife',
      );
      const globals: Record<string, unknown> = {
        TextEncoder,
        TextDecoder,
        AbortController,
        atob,
        crypto,
        setTimeout,
      };
      const context = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
      runInContext('delete globalThis.WebAssembly', context);
      runInContext(script, context);
      const line = (await (globals['smoke'] as () => Promise<string>)()) as string;
      assertExpected(line);
      return { version: `node:vm of ${process.versions.node}`, passed: ['bundle without WebAssembly'] };
    },
  };
}

/** The engine of Cloudflare's Workers, as of a day before it offered Node's globals. */
export function workerd(folder: () => string): Runtime {
  return {
    name: 'workerd',
    async run() {
      const path = binary('workerd');
      const cwd = folder();
      const main = `import { smoke } from './smoke.mjs';
        export default { async test() { console.log('SAID ' + await smoke() + ' ' + typeof Buffer + typeof process); } };`;
      writeFileSync(join(cwd, 'worker.mjs'), await bundled(cwd, main, 'esm'));
      writeFileSync(join(cwd, 'worker.capnp'), CONFIGURATION);
      const args = ['test', 'worker.capnp', '--verbose'];
      const output = execFileSync('sh', ['-c', `"$0" "$@" 2>&1`, path, ...args], {
        cwd,
        encoding: 'utf8',
        timeout: 60_000,
      });
      const said = /SAID (\{.*\}) undefinedundefined/.exec(output)?.[1];
      if (said === undefined)
        throw new Error(`It says nothing, or has Node's globals:\n${output.slice(-2_000)}`);
      assertExpected(said);
      const version = execFileSync(path, ['--version'], { encoding: 'utf8' })
        .trim()
        .replace(/^workerd /, '');
      return { version, passed: ['bundle'] };
    },
  };
}

const CONFIGURATION = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .worker)]);
const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.mjs")],
  compatibilityDate = "2024-09-01",
);
`;
