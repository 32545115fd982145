import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaration } from './languages.js';
import { seeded, shuffled } from './seeded.js';

/** English prose: the npm client's manual without its code blocks, and the declaration of human rights. */
export function prose(packages: string): string {
  const manual = filesUnder(join(packages, 'npm', 'docs', 'content'), ['.md']).flatMap((path) =>
    paragraphs(path),
  );
  return shuffled([...manual, ...declaration(packages, 'eng')], seeded(1215)).join('\n\n');
}

/** TypeScript sources of zod. */
export function typescriptCode(packages: string): string {
  const paths = filesUnder(join(packages, 'zod', 'src'), ['.ts']).filter((path) => !path.includes('locales'));
  return shuffled(paths, seeded(7))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** JavaScript: the TypeScript compiler, from its middle, where the checker is. */
export function javascriptCode(packages: string): string {
  const code = readFileSync(join(packages, 'typescript', 'lib', 'typescript.js'), 'utf8');
  return code.slice(code.length >> 1);
}

function paragraphs(path: string): string[] {
  return readFileSync(path, 'utf8')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/```[\s\S]*?```/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.length > 60);
}

function filesUnder(folder: string, endings: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => join(folder, path));
}
