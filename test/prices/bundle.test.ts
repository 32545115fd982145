import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Every file of `src` that an entry brings along, and every package. Types do not count. */
function reachable(entry: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  if (!entry.endsWith('.ts')) return seen;
  const { outputText } = ts.transpileModule(readFileSync(entry, 'utf8'), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
  });
  for (const { fileName } of ts.preProcessFile(outputText).importedFiles) {
    const target = fileName.startsWith('.')
      ? posix.join(posix.dirname(entry), fileName).replace(/\.js$/, '.ts')
      : fileName;
    reachable(target, seen);
  }
  return seen;
}

const files = (entry: string): string[] => [...reachable(entry)];

test.each(['prices', 'prices-schema', 'prices-import'])('%s brings along no vocabulary', (entry) => {
  const vocabularies = files(`src/entries/${entry}.ts`).filter((file) =>
    /^src\/encodings\/|^#vocab/.test(file),
  );
  expect(vocabularies).toEqual([]);
});

test('prices brings along no package, and the main entry no zod', () => {
  expect(files('src/entries/prices.ts').filter((file) => !file.startsWith('src/'))).toEqual([]);
  expect(files('src/entries/index.ts')).not.toContain('zod');
  expect(files('src/entries/prices-schema.ts')).toContain('zod');
});
