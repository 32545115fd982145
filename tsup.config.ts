import { defineConfig } from 'tsup';

const ENCODINGS = [
  'o200k_base',
  'o200k_harmony',
  'cl100k_base',
  'deepseek_v3',
  'llama3',
  'qwen3',
  'mistral_v1',
  'tekken',
  'claude_legacy',
  'p50k_base',
  'p50k_edit',
  'r50k_base',
];

export default defineConfig({
  entry: {
    index: 'src/entries/index.ts',
    tokenize: 'src/entries/tokenize.ts',
    prices: 'src/entries/prices.ts',
    'prices/schema': 'src/entries/prices-schema.ts',
    'prices/import': 'src/entries/prices-import.ts',
    plan: 'src/entries/plan.ts',
    request: 'src/entries/request.ts',
    usage: 'src/entries/usage.ts',
    budget: 'src/entries/budget.ts',
    templates: 'src/entries/templates.ts',
    node: 'src/entries/node.ts',
    cli: 'src/entries/cli.ts',
    ...Object.fromEntries(ENCODINGS.map((name) => [`encodings/${name}`, `src/encodings/${name}.ts`])),
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  dts: true,
  splitting: true, // one copy of the engine for all entries, in CommonJS too
  clean: true,
  // Constants stand where they are used: a bundler cannot put them there once they are variables of a chunk. What makes CommonJS of
  // the chunks does not understand all of it.
  esbuildOptions(options, { format }) {
    options.minifySyntax = format === 'esm';
  },
  external: [/^#vocab\//, /^#templates\//], // one file per vocabulary and template for both formats, found through package.json "imports"
});
