import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { type Command, commands } from './commands.js';
import { documentExamples } from './find-examples.js';
import { ours } from './given.js';
import { isPrinted } from './printed.js';
import { writeReaderFiles } from './reader-files.js';

/** What needs the network. `test/cli/add.test.ts` has it with an npm of its own. */
const NOT_RUN = /^(?:npx )?promptcost add /;

const CLOCK = pathToFileURL(resolve('test/examples/fixed-clock.mjs')).href;
const CLI = resolve('dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'promptcost-commands-'));
beforeAll(async () => {
  await writeReaderFiles(folder);
  writeFileSync(join(folder, 'prices.json'), JSON.stringify(ours));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test.each(
  commands()
    .filter(({ text }) => !NOT_RUN.test(text))
    .map((command) => [command.place, command.text, command] as const),
)('%s: %s', (_, text, { output }: Command) => {
  const [, piped, line] = /^(?:cat (\S+) \| )?(?:npx )?promptcost (.*)$/.exec(text)!;
  const argv = [...line!.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
  const ran = spawnSync(process.execPath, ['--import', CLOCK, CLI, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, FIXED_CLOCK: '2026-11-25T12:00:00Z', NO_COLOR: '1' },
    ...(piped && { input: readFileSync(join(folder, piped)) }),
  });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  if (output === undefined) expect(ran.stdout).not.toBe('');
  else if (!isPrinted(ran.stdout.trimEnd().split('\n'), output.trimEnd().split('\n'))) {
    expect(ran.stdout).toBe(output);
  }
});

test('the scripts that documents name are there', () => {
  const text = [...new Set(documentExamples().map(({ file }) => file)), 'CONTRIBUTING.md', 'kernel/README.md']
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
  for (const [, path] of text.matchAll(/npx tsx ([\w./-]+)/g))
    expect(() => readFileSync(path!)).not.toThrow();
});
