// `npm run runtimes`: the packed package in every runtime there is; one line each. After `npm run build`.
// `-- --fast`: Node and the bare context only. `-- --screenshot=page.png`: what Chromium shows.
import { parseArgs } from 'node:util';
import { chromium } from './chromium.js';
import { installedTarball } from './installed-tarball.js';
import { type Runtime, Skipped } from './runtime.js';
import { serverRuntimes } from './servers.js';
import { bareContext, workerd } from './workers.js';

const { values } = parseArgs({
  options: {
    fast: { type: 'boolean', default: false },
    only: { type: 'string' },
    screenshot: { type: 'string' },
  },
});
const tarball = installedTarball();
const folder = (): string => tarball;
const servers = serverRuntimes(folder);
const fast: Runtime[] = [...servers.filter(({ name }) => name.startsWith('Node')), bareContext(folder)];
const all: Runtime[] = [
  ...new Set([...servers, ...fast]),
  workerd(folder),
  chromium(folder, values.screenshot),
];
const chosen = (values.fast ? fast : all).filter(
  ({ name }) => values.only === undefined || name.toLowerCase().includes(values.only.toLowerCase()),
);

for (const { name, run } of chosen) {
  try {
    const { version, passed } = await run();
    console.log(`passed   ${name.padEnd(13)} ${version.padEnd(24)} ${passed.join(' · ')}`);
  } catch (error) {
    if (error instanceof Skipped) {
      console.log(`skipped  ${name.padEnd(13)} ${error.message}`);
    } else {
      console.log(`FAILED   ${name.padEnd(13)} ${error}`);
      process.exitCode = 1;
    }
  }
}
