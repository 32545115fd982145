import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundle.js';
import { type Runtime, Skipped } from './runtime.js';
import { assertExpected } from './servers.js';

const TIMEOUT = 90_000;
const POLICY = "default-src 'none'; connect-src 'self'; style-src 'unsafe-inline'; script-src 'self'";
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-sync',
];

const MAIN = `import { smoke } from './smoke.mjs';
let wasm = true;
try { new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); } catch { wasm = false; }
let evaluates = true;
try { new Function('return 1')(); } catch { evaluates = false; }
let line;
try { line = await smoke(); } catch (error) { line = String(error.stack ?? error); }
document.querySelector('pre').textContent = JSON.stringify({ wasm, evaluates }) + '\\n' + line.replaceAll(',"', ',\\n"');
await fetch('/said', { method: 'POST', body: JSON.stringify({ wasm, evaluates, line, agent: navigator.userAgent }) });`;

interface Said {
  readonly wasm: boolean;
  readonly evaluates: boolean;
  readonly line: string;
}

/** A page in headless Chromium under a strict content security policy, with and without WebAssembly. */
export function chromium(folder: () => string, screenshot?: string): Runtime {
  return {
    name: 'Chromium',
    async run() {
      const path = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
        existsSync,
      );
      if (path === undefined)
        throw new Skipped('no Chromium is installed (Debian: apt-get install chromium)');
      const script = await bundled(folder(), MAIN, 'esm');
      const passed: string[] = [];
      for (const allowsWasm of [true, false]) {
        const policy = allowsWasm ? `${POLICY} 'wasm-unsafe-eval'` : POLICY;
        const { wasm, evaluates, line } = await visit(
          path,
          script,
          policy,
          allowsWasm ? screenshot : undefined,
        );
        if (wasm !== allowsWasm || evaluates)
          throw new Error(`The policy does not hold: ${wasm}, ${evaluates}.`);
        assertExpected(line);
        passed.push(allowsWasm ? 'bundle, no unsafe-eval' : 'the same without wasm-unsafe-eval');
      }
      const version = execFileSync(path, ['--version'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return { version: /[\d.]+/.exec(version)?.[0] ?? version, passed };
    },
  };
}

/** Opens the page, and returns what it says. */
async function visit(path: string, script: string, policy: string, screenshot?: string): Promise<Said> {
  const profile = mkdtempSync(join(tmpdir(), 'promptcost-chromium-'));
  let hear: (said: Said) => void;
  const said = new Promise<Said>((resolve) => {
    hear = resolve;
  });
  const server = createServer(async (request, response) => {
    if (request.url === '/said') {
      const chunks: Uint8Array[] = [];
      for await (const chunk of request) chunks.push(chunk);
      response.end();
      hear(JSON.parse(Buffer.concat(chunks).toString()));
    } else if (request.url === '/main.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
    } else {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
      });
      response.end(
        '<!doctype html><title>promptcost</title><h1>promptcost</h1><pre>…</pre><script type="module" src="/main.js"></script>',
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const shot =
    screenshot === undefined
      ? []
      : [`--screenshot=${screenshot}`, '--timeout=10000', '--window-size=900,400'];
  const browser = spawn(path, [...FLAGS, `--user-data-dir=${profile}`, ...shot, address], {
    stdio: 'ignore',
  });
  const exited = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const timer = AbortSignal.timeout(TIMEOUT);
  try {
    return await Promise.race([
      said.then(async (answer) => {
        if (screenshot !== undefined) await exited;
        return answer;
      }),
      new Promise<never>((_, reject) => {
        timer.onabort = () => reject(new Error('The page says nothing.'));
      }),
    ]);
  } finally {
    browser.kill();
    await exited;
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
