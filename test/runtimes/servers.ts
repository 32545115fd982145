import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { binary } from './binaries.js';
import { EXPECTED } from './expected.js';
import type { Runtime } from './runtime.js';

const TIMEOUT = 60_000;

/** Node, Deno and Bun: by import and by require. */
export function serverRuntimes(folder: () => string): Runtime[] {
  const flags = { node: [], deno: ['run', '--allow-read', '--node-modules-dir=manual'], bun: [] };
  const runtime = (name: string, id: Parameters<typeof binary>[0], kind: keyof typeof flags): Runtime => ({
    name,
    async run() {
      const path = binary(id);
      const cwd = folder();
      const home = join(cwd, `home-${id}`);
      mkdirSync(home, { recursive: true });
      const env = { PATH: process.env['PATH'] ?? '', HOME: home, DENO_DIR: home, DENO_NO_UPDATE_CHECK: '1' };
      const output = (args: readonly string[]): string =>
        execFileSync(path, args, { cwd, env, encoding: 'utf8', timeout: TIMEOUT, stdio: 'pipe' }).trim();
      const passed = ['import.mjs', 'require.cjs'].map((file) => {
        assertExpected(output([...flags[kind], file]));
        return file.slice(0, file.indexOf('.'));
      });
      return {
        version: output(['--version'])
          .replace(/^deno /, '')
          .replace(/^v/, '')
          .split(/\s/)[0]!,
        passed,
      };
    },
  });
  return [
    ...([20, 22, 24, 26] as const).map((version) => runtime(`Node ${version}`, `node${version}`, 'node')),
    runtime('Deno', 'deno', 'deno'),
    runtime('Bun', 'bun', 'bun'),
  ];
}

/** Fails unless a runtime said what all say. */
export function assertExpected(line: string): void {
  if (line !== EXPECTED) throw new Error(`It says\n${line}\nwhere this belongs:\n${EXPECTED}`);
}
