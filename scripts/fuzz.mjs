// `npm run fuzz -- 20`: the property tests with 20 random seeds each; a failure prints the seed that repeats it.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureSetup } from './ensure-setup.mjs';

ensureSetup();
const [seeds = '10', ...only] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const runner = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const files =
  only.length > 0
    ? only
    : readdirSync(`${root}/test`, { recursive: true })
        .map((file) => `test/${file}`)
        .filter((file) => file.endsWith('.test.ts'))
        .filter((file) => readFileSync(`${root}/${file}`, 'utf8').includes("from 'fast-check'"));

const failed = [];
for (let run = 0; run < Number(seeds); run++) {
  const seed = randomInt(2 ** 31);
  const { status } = spawnSync(
    process.execPath,
    [runner, 'run', '--typecheck.enabled=false', '--reporter=dot', ...files],
    { cwd: root, stdio: 'inherit', env: { ...process.env, PROPERTY_SEED: String(seed) } },
  );
  if (status !== 0) failed.push(seed);
}
for (const seed of failed) console.log(`PROPERTY_SEED=${seed} npm test -- ${only.join(' ')}`);
console.log(`${seeds} seeds, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
