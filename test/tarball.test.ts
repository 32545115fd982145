import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const JINJA = manifest.devDependencies['@huggingface/jinja'];
const folder = mkdtempSync(join(tmpdir(), 'promptcost-tarball-'));
const shell = process.platform === 'win32';
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', shell, stdio: ['ignore', 'pipe', 'pipe'] });
const node = (file: string, source: string): string => {
  writeFileSync(join(folder, file), source);
  return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
};

interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}
let packed: Packed;

beforeAll(() => {
  const listing = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], process.cwd());
  packed = (JSON.parse(listing) as [Packed])[0];
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  npm(['install', `./${packed.filename}`, '--prefer-offline', '--no-audit', '--no-fund'], folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package holds what users need and nothing else', () => {
  const strays = packed.files
    .map(({ path }) => path)
    .filter(
      (path) =>
        !/^(dist\/|schemas\/[\w.]+\.json$|tokenizers\/[\w.]+\.(js|json|d\.ts)$|tokenizers\/licenses\/|templates\/[\w.-]+\.js$)/.test(
          path,
        ),
    )
    .filter((path) => !['LICENSE', 'NOTICE', 'README.md', 'CHANGELOG.md', 'package.json'].includes(path));
  expect(strays).toEqual([]);
  expect(packed.files.map(({ path }) => path).filter((path) => path.includes('cli.cjs'))).toEqual([]);
  expect(packed.unpackedSize).toBeLessThan(12_000_000);
});

test('at most two packages come with it, and none has an install script', () => {
  const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(installed.sort()).toEqual(['@huggingface', 'promptcost', 'zod']);
  expect(readdirSync(join(folder, 'node_modules/@huggingface'))).toEqual(['tokenizers']);
});

test('it works by import', () => {
  const source = `
    import { estimateCost } from 'promptcost';
    import o200k from 'promptcost/encodings/o200k_base';
    import { priceOf } from 'promptcost/prices';
    import { createBudget } from 'promptcost/budget';
    import { fromCompiled } from 'promptcost/tokenize';
    import { sellerFileSchema } from 'promptcost/prices/schema';
    import { requestFrom } from 'promptcost/request';
    import { usageOf } from 'promptcost/usage';
    const estimate = await estimateCost({ model: 'deepseek-r1', input: 0, output: 1_000_000, at: '2025-01-27' });
    console.log(estimate.cost.likely, o200k.count('hello world'), priceOf('o1').rates.input);
    console.log(typeof createBudget, typeof fromCompiled, typeof sellerFileSchema, typeof requestFrom, usageOf({ prompt_eval_count: 3 }).shape);`;
  expect(node('by-import.mjs', source)).toBe('2.19 2 15\nfunction function object function ollama\n');
});

test('it works by require', () => {
  const source = `
    const { estimateCost } = require('promptcost');
    const { default: llama3 } = require('promptcost/encodings/llama3');
    const { createBudget } = require('promptcost/budget');
    estimateCost({ model: 'o1', prompt: 'hello world', output: 1_000_000, at: '2025-01-27' }).then((estimate) => {
      console.log(estimate.lines.map(({ meter, amount }) => meter + ' ' + amount).join(', '));
      console.log(llama3.count('hello world'), typeof createBudget);
    });`;
  // 2 × $15/M and 1,000,000 × $60/M
  expect(node('by-require.cjs', source)).toBe('input 0.00003, output 60\n2 function\n');
});

test('chat templates ask for their optional package, and nothing else does', () => {
  const source = `
    import { estimateCost } from 'promptcost';
    import { loadTemplate } from 'promptcost/templates';
    console.log((await estimateCost({ model: 'deepseek-r1', prompt: 'hello', output: 1, at: '2025-01-27' })).priced);
    await loadTemplate('qwen3').catch(({ code, message }) => console.log(code, message));`;
  expect(node('without-jinja.mjs', source)).toBe(
    "true\nmissing-package Chat templates are rendered by @huggingface/jinja, which is not installed. 'npm install @huggingface/jinja' adds it.\n",
  );
});

test('chat templates render by import and by require where that package is installed', () => {
  npm(['install', `@huggingface/jinja@${JINJA}`, '--prefer-offline', '--no-audit', '--no-fund'], folder);
  const use = `
    const request = { dialect: 'openai-chat', messages: [{ role: 'user', parts: [{ kind: 'text', text: 'Hi', path: '' }], path: '' }], tools: [] };
    loadTemplate('deepseek-r1').then((template) => console.log(template.render(request, { date: new Date() })));`;
  const rendered = '<｜begin▁of▁sentence｜><｜User｜>Hi<｜Assistant｜>\n';
  expect(node('jinja.mjs', `import { loadTemplate } from 'promptcost/templates';${use}`)).toBe(rendered);
  expect(node('jinja.cjs', `const { loadTemplate } = require('promptcost/templates');${use}`)).toBe(rendered);
});

test('it works by npx', () => {
  const output = execFileSync('npx', ['--no-install', 'promptcost', 'hello world', '-m', 'o1', '--json'], {
    cwd: folder,
    encoding: 'utf8',
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(output).toContain('"o1"');
  expect(() => JSON.parse(output)).not.toThrow();
});
